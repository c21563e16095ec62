/** Where the containers find things; both scripts and the pods say them. */
export const PATHS = {
  configuration: '/etc/pgbouncer',
  users: '/etc/pgbouncer-users',
  clients: '/etc/pgbouncer-clients',
  authorities: '/etc/pgbouncer-ca',
} as const;

/** Seconds in which Kubernetes tells every node that a pod takes no new connections; new ones are served until then. */
export const NOTICE_SECONDS = 15;

/**
 * Runs PgBouncer, for any POSIX shell. It does two things that PgBouncer does not do by itself: it takes over a
 * changed user list, and it leaves when its transactions have ended instead of when its clients have left.
 *
 * @source PgBouncer usage.md, Signals (1.23 and later); tried with 1.24.1 under dash, bash and busybox (2026-11-25)
 */
export const RUN_SCRIPT = lines(
  '# Runs PgBouncer, hands a changed user list to it, and ends it gently.',
  `pgbouncer ${PATHS.configuration}/pgbouncer.ini &`,
  'pid=$!',
  '# TERM would wait until all clients have left, which pools of connections never do. INT waits for transactions.',
  '# Until Kubernetes has told everybody that the pod is leaving, new clients are still served.',
  `trap 'sleep ${NOTICE_SECONDS}; kill -INT "$pid"' TERM`,
  `known=$(cat ${PATHS.users}/userlist.txt)`,
  'while kill -0 "$pid" 2>/dev/null; do',
  '  sleep 2 &',
  '  wait $!',
  `  current=$(cat ${PATHS.users}/userlist.txt) || continue`,
  '  [ "$current" = "$known" ] || kill -HUP "$pid"',
  '  known=$current',
  'done',
  'wait "$pid"',
);

/**
 * Writes the user list from the secret of RDS, `{"username": …, "password": …}`, and the clients of the user list
 * Secret after it. Needs bash, for the images with the AWS command line have no tool that reads JSON.
 *
 * Half a minute: RDS makes a new password every seven days, and until it is here no connection can be added to
 * those that are open. It costs 86,400 calls a month and pod, which is 0.43 USD (0.05 USD for 10,000, 2026-11).
 */
export const USER_LIST_SCRIPT = lines(
  '#!/bin/bash',
  '# Writes the user list of PgBouncer from the secret that RDS keeps: once, or again and again.',
  'set -uo pipefail',
  'umask 077',
  "trap 'exit 0' TERM",
  `user_list=${PATHS.users}/userlist.txt`,
  `clients=${PATHS.clients}/userlist.txt`,
  '',
  '# The text under a key of the secret, which is one JSON object of texts.',
  'field() {',
  '  local pattern="\\"$1\\"[[:space:]]*:[[:space:]]*\\"(([^\\"\\\\\\\\]|\\\\\\\\.)*)\\""',
  '  [[ $secret =~ $pattern ]] || return 1',
  '  # printf knows all escapes of JSON but that of a quote.',
  "  local quote='\\\"' hexadecimal='\\x22'",
  '  printf \'%b\' "${BASH_REMATCH[1]//"$quote"/"$hexadecimal"}"',
  '}',
  '',
  '# A quote inside of quotes is written twice.',
  'write_user_list() {',
  '  local secret user password list quote=\\"',
  '  secret=$(aws secretsmanager get-secret-value --secret-id "$SECRET_ARN" --query SecretString --output text) || return 1',
  '  user=$(field username) && password=$(field password) || return 1',
  '  list="\\"${user//$quote/$quote$quote}\\" \\"${password//$quote/$quote$quote}\\""',
  '  [[ -e $clients ]] && list+=$\'\\n\'$(<"$clients")',
  '  [[ -e $user_list && $list == "$(<"$user_list")" ]] && return 0',
  '  printf \'%s\\n\' "$list" >"$user_list.new" && mv "$user_list.new" "$user_list"',
  '}',
  '',
  'if [[ $1 == once ]]; then',
  '  write_user_list',
  '  exit',
  'fi',
  'while true; do',
  '  sleep 30 &',
  '  wait $!',
  '  write_user_list || echo "the secret cannot be read; the user list stays as it is" >&2',
  'done',
);

function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
