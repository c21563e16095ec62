import type { Parsed, Quantity } from './quantity.ts';

const CENTS = 100;

/** An amount of money in **US cents**, an integer, written `4200USD` or `4200.50USD`; AWS bills in USD. */
export const money: Quantity<number> = {
  noun: 'an amount of money',
  examples: ['4200USD', '0.25USD'],
  pattern: '^[0-9]{1,9}(?:\\.[0-9]{1,2})?USD$',
  parse(text): Parsed<number> {
    const match = /^([0-9]{1,9})(?:\.([0-9]{1,2}))?USD$/.exec(text);
    if (!match) return explain(text);
    return { ok: true, value: Number(match[1]) * CENTS + Number((match[2] ?? '').padEnd(2, '0')) };
  },
  format: formatMoney,
};

function explain(text: string): Parsed<number> {
  const bare = text.replaceAll(/[,_ ]/g, '');
  const match = /^(?:\$|USD)?([0-9]{1,9}(?:\.[0-9]{1,2})?)(\$|[a-z]{3}|[€£])?$/i.exec(bare);
  if (!match) return { ok: false, problem: 'money is a number with USD, with at most two decimals' };
  const currency = (match[2] ?? '$').toUpperCase();
  if (currency !== '$' && currency !== 'USD') {
    return { ok: false, problem: 'AWS prices are in US dollars, and nothing here converts them' };
  }
  const problem =
    bare === match[1] ? 'the currency is missing' : 'the currency USD follows the number directly';
  return { ok: false, problem, suggestion: `${match[1]}USD` };
}

/** US cents in dollars, with cents only when there are some: 420000 is `4200USD`. */
export function formatMoney(cents: number): string {
  const rest = cents % CENTS;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`;
  return `${Math.floor(cents / CENTS)}${fraction}USD`;
}
