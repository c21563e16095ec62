/** What a plain scalar means in the YAML 1.2 core schema. */
export type CoreScalar =
  | { readonly ok: true; readonly value: string | number | boolean | null }
  | { readonly ok: false; readonly problem: 'not-finite' | 'too-large' };

// YAML 1.2.2 §10.3.2, each linear.
const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEX = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/**
 * Reads a plain scalar. Numbers beyond ±2^53 are refused although YAML has them: integers lose digits
 * there, and cdktf hides its references in floating-point numbers of that size.
 */
export function readCoreScalar(text: string): CoreScalar {
  // Most scalars are words; only these can start one of the forms below.
  if (text !== '' && !/^[-+.~0-9nNtTfF]/.test(text)) return { ok: true, value: text };
  if (NULL.test(text)) return { ok: true, value: null };
  if (TRUE.test(text)) return { ok: true, value: true };
  if (FALSE.test(text)) return { ok: true, value: false };
  if (NOT_FINITE.test(text)) return { ok: false, problem: 'not-finite' };
  if (OCTAL.test(text)) return readNumber(Number.parseInt(text.slice(2), 8));
  if (HEX.test(text)) return readNumber(Number.parseInt(text.slice(2), 16));
  if (INTEGER.test(text) || FLOAT.test(text)) return readNumber(Number(text));
  return { ok: true, value: text };
}

/** Whether a plain key is one of the words for "no value". */
export function isNullWord(text: string): boolean {
  return NULL.test(text);
}

function readNumber(value: number): CoreScalar {
  if (!Number.isFinite(value)) return { ok: false, problem: 'not-finite' };
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { ok: false, problem: 'too-large' };
  // Minus zero prints as "0" and would differ from a zero that was read back.
  return { ok: true, value: value === 0 ? 0 : value };
}
