/**
 * The commit in `$base`; where there is none, an empty project, so that every environment is affected: GitHub and GitLab
 * say zeros for the first push of a branch, GitLab also for pipelines that a person or a schedule starts.
 *
 * @source GitLab, "Predefined CI/CD variables", and its issue 493695 (schedules), read 2026-11-27
 */
export const BASE_SCRIPT = `
case $base in
  *[!0]*) ;;
  *)
    echo "There is no commit before this one: every environment counts as affected." >&2
    base=$(mktemp -d)
    mkdir "$base/specs"
    ;;
esac
`;
