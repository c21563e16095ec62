/** The command line itself is wrong: exit code 64. `help` is the next thing to try. */
export class UsageError extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
