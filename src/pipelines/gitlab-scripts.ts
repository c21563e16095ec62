import { BASE_SCRIPT } from './base-script.ts';
import { MARKER } from './github-scripts.ts';

/** Names of the affected environments, one a line; one that has no jobs yet ends the pipeline. */
export const AFFECTED_SCRIPT = `
base=\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-$CI_COMMIT_BEFORE_SHA}
${BASE_SCRIPT.trim()}
elastiform affected --base "$base" --format github-matrix > affected.json
node -e 'for (const { environment } of JSON.parse(require("fs").readFileSync("affected.json", "utf8")).include) console.log(environment)' > affected.txt
for environment in $(cat affected.txt); do
  case " $ENVIRONMENTS " in
    *" $environment "*) ;;
    *) echo "$environment is not among the environments of .gitlab-ci.yml" >&2; exit 1 ;;
  esac
done
`;

const FIND_NOTE = `node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).find(({ body }) => body.startsWith("${MARKER}"))?.id ?? ""'`;

/** Writes `review.md` into the one note of the merge request that begins with the marker. */
export const NOTE_SCRIPT = `
cat review.md
if [ -n "\${CI_MERGE_REQUEST_IID:-}" ] && [ -n "\${REVIEW_TOKEN:-}" ]; then
  notes=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes
  printf 'header = "PRIVATE-TOKEN: %s"\\n' "$REVIEW_TOKEN" > /tmp/curl.conf
  curl --fail --silent --show-error --config /tmp/curl.conf "$notes?per_page=100" > /tmp/notes.json
  id=$(${FIND_NOTE} < /tmp/notes.json)
  if [ -n "$id" ]; then method=PUT; else method=POST; fi
  curl --fail --silent --show-error --config /tmp/curl.conf --request "$method" \\
    --data-urlencode body@review.md --output /dev/null "$notes\${id:+/$id}"
fi
`;
