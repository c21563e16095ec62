import { sanitize } from './sanitize.ts';

/** Where a command speaks. */
export interface Output {
  /** Standard output, exactly as given: YAML, JSON, a schema. */
  data(text: string): void;
  /** Standard error, for people; a line feed is added and everything unsafe removed. */
  say(text: string): void;
  /** As `say`, for text that was made safe before it was coloured. */
  sayStyled(text: string): void;
  /** Whether standard error takes colours. */
  readonly colour: boolean;
}

export function makeOutput(
  write: { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void },
  colour: boolean,
): Output {
  return {
    data: (text) => write.stdout(text),
    say: (text) => write.stderr(`${sanitize(text)}\n`),
    sayStyled: (text) => write.stderr(`${text}\n`),
    colour,
  };
}
