const READ_APPROVAL = `node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).approval'`;

/**
 * Reviews everything below `plans/`: one text for people in `review.md`, the verdict of each environment in
 * `plans/ENVIRONMENT/approval`, and in `review.status` what the pipeline shall end with once it has commented.
 * POSIX sh; a pipe may fail on its left side (`pipefail`) or not.
 */
export const REVIEW_SCRIPT = `
set -eu
for folder in plans/*/; do
  environment=$(basename "$folder")
  set --
  for plan in "$folder"*.json; do set -- "$@" "$environment=$plan"; done
  approval=$({ elastiform review "$@" --format json || true; } | ${READ_APPROVAL})
  echo "$environment: $approval"
  echo "$approval" > "$folder"approval
done
set --
for plan in plans/*/*.json; do set -- "$@" "$(basename "$(dirname "$plan")")=$plan"; done
status=0
elastiform review "$@" --format markdown > review.md || status=$?
echo "$status" > review.status
for file in plans/*/kubernetes.deferred; do
  if [ ! -f "$file" ]; then continue; fi
  printf '\\n**%s**: %s\\n' "$(basename "$(dirname "$file")")" "$(cat "$file")" >> review.md
done
`;

/** After the comment: a verdict of "blocked" ends the pipeline. */
export const GATE_SCRIPT = 'exit "$(cat review.status)"';
