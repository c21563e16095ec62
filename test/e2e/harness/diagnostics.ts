/** A diagnostic of Terraform's, as its `-json` outputs carry it. */
export interface TerraformDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

/** Reads the line-by-line JSON of `plan`, `apply` and `init`; other lines are passed over. */
export function readDiagnostics(stdout: string): TerraformDiagnostic[] {
  const diagnostics: TerraformDiagnostic[] = [];
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    const event = JSON.parse(line) as { type?: string; diagnostic?: TerraformDiagnostic };
    if (event.type === 'diagnostic' && event.diagnostic) diagnostics.push(event.diagnostic);
  }
  return diagnostics;
}

export function formatDiagnostic({ severity, summary, detail, address, range }: TerraformDiagnostic): string {
  const where = address ?? (range && `${range.filename}:${range.start.line}`);
  return [`${severity}: ${summary}`, where && `  at ${where}`, detail && `  ${detail}`]
    .filter(Boolean)
    .join('\n');
}

export class TerraformError extends Error {
  readonly command: string;
  readonly status: number;
  readonly stderr: string;
  readonly diagnostics: readonly TerraformDiagnostic[];

  constructor(command: string, status: number, stderr: string, diagnostics: readonly TerraformDiagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic);
    super([`terraform ${command} ended with status ${status}`, ...errors, stderr.trim()].join('\n').trim());
    this.name = 'TerraformError';
    this.command = command;
    this.status = status;
    this.stderr = stderr;
    this.diagnostics = diagnostics;
  }
}
