/** An item in YAML with nothing to complain about, with these lines in it. */
export function web(...lines: readonly string[]): string {
  const body = ['bucket: dapp-prod-frontend', ...lines].map((line) => `    ${line}\n`).join('');
  return `edge:\n  web:\n${body}`;
}

export const CERTIFICATE =
  'certificateArn: arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
