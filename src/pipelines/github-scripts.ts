import { BASE_SCRIPT } from './base-script.ts';

/** The first thing in every review: by it a pipeline finds its own comment again. */
export const MARKER = '<!-- elastiform-review -->';

/**
 * The matrix of "plan". Nobody plans an environment whose spec is gone, so that what it made goes on costing money
 * unseen: the run says so where people look.
 */
export const AFFECTED_SCRIPT = `
# What a pull request checks out is its merge, whose first parent is the branch it goes to.
if [ "$EVENT" = pull_request ]; then base=HEAD^1; else base=$BEFORE; fi
${BASE_SCRIPT.trim()}
status=0
matrix=$(elastiform affected --base "$base" --format github-matrix 2> affected.log) || status=$?
cat affected.log >&2
if [ "$status" -ne 0 ]; then exit "$status"; fi
gone=$(sed -n 's/^not in the matrix, because the spec is gone: //p' affected.log)
if [ -n "$gone" ]; then echo "::warning::no spec any more, but what it made is still there: $gone"; fi
echo "matrix=$matrix" >> "$GITHUB_OUTPUT"
`;

/**
 * GitHub makes an environment that is not there, without protection, and plans of GitHub without Enterprise have no
 * reviewers in private repositories: then "human" would ask nobody.
 *
 * @source docs.github.com, "REST API endpoints for deployment environments" (needs `actions: read`), read 2026-11-27
 */
export const REVIEWERS_SCRIPT = `
for file in plans/*/approval; do
  if ! grep -qx human "$file"; then continue; fi
  environment=$(basename "$(dirname "$file")")
  rules=$(gh api "repos/$REPOSITORY/environments/$environment" --jq '[.protection_rules[].type] | join(" ")') || rules=
  case " $rules " in
    *" required_reviewers "*) ;;
    *)
      echo "::error::A person has to agree, but the GitHub environment $environment has no required reviewers"
      exit 1
      ;;
  esac
done
`;

/** What waited for a person must not undo what was merged in the meantime: `latest/` is the branch as it is now. */
export const LATEST_SCRIPT = `
folder=generated/infra/env/$ENVIRONMENT
if ! diff -r "$folder" "latest/$folder"; then
  echo "::error::$GITHUB_REF_NAME says something else of $ENVIRONMENT by now: its own run applies that"
  exit 1
fi
`;

/** Writes `review.md` into the one comment that this workflow has on the pull request. */
export const COMMENT_SCRIPT = `
comments=repos/$REPOSITORY/issues/$NUMBER/comments
mine='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("${MARKER}"))) | .id'
ids=$(gh api --paginate "$comments?per_page=100" --jq "$mine")
id=\${ids%%$'\\n'*}
if [ -n "$id" ]; then
  gh api --method PATCH "repos/$REPOSITORY/issues/comments/$id" -F body=@review.md --silent
else
  gh api --method POST "$comments" -F body=@review.md --silent
fi
`;

/** The matrix of "apply": each environment with the GitHub environment that lets it pass, or asks first. */
export const GATES_SCRIPT = `
include=
for file in plans/*/approval; do
  environment=$(basename "$(dirname "$file")")
  case $(cat "$file") in
    auto) gate=$environment-auto ;;
    human) gate=$environment ;;
    *) exit 1 ;;
  esac
  include="$include,{\\"environment\\":\\"$environment\\",\\"gate\\":\\"$gate\\"}"
done
echo "matrix={\\"include\\":[\${include#,}]}" >> "$GITHUB_OUTPUT"
`;
