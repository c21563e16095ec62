/** The first thing in every review: by it a pipeline finds its own comment again. */
export const MARKER = '<!-- elastiform-review -->';

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
