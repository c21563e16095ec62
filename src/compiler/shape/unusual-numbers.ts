import type { Field } from '../language/field.ts';
import { quantities } from '../quantity/quantity.ts';
import type { SourceNode } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';
import type { Finding } from './finding.ts';
import { childField } from './subject.ts';
import { labelOf } from './words.ts';

const USUAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/**
 * Numbers that are right by their value but written in a way that another YAML tool reads otherwise, such
 * as 010, 1e3 or 0x1F. The schema cannot see how a number was written.
 */
export function unusualNumbers(language: Field, root: SourceNode): Finding[] {
  const findings: Finding[] = [];
  // Where the visit is; a path of its own is made only for what is found.
  const place: string[] = [];
  const visitPart = (field: Field, node: SourceNode, part: string): void => {
    place.push(part);
    visit(field, node);
    place.pop();
  };
  const visit = (field: Field, node: SourceNode): void => {
    if (node.kind === 'map') {
      for (const [key, { value }] of node.entries) {
        // Most are, and their fields need not be known.
        if (isUsual(value)) continue;
        const child = childField(field, key);
        if (child) visitPart(child, value, key);
      }
    } else if (node.kind === 'list') {
      if (field.form.kind !== 'list') return;
      const { item } = field.form;
      for (const [index, child] of node.items.entries()) {
        if (!isUsual(child)) visitPart(item, child, String(index));
      }
    } else if (typeof node.value === 'number' && takes(field, node.value)) {
      const path: SpecPath = [...place];
      const plain = String(node.value);
      findings.push({
        at: () => ({ path }),
        span: node.span,
        explain: () => ({
          code: 'shape/unusual-number',
          message: `${labelOf(path)} is written ${node.source}, which YAML reads as ${plain}`,
          help: `write ${plain}`,
          suggestions: [
            {
              message: `write ${plain}`,
              replacement: plain,
              ...(isOctalToOthers(node.source) ? {} : { applicability: 'machine' as const }),
            },
          ],
        }),
      });
    }
  };
  visit(language, root);
  return findings;
}

function isUsual(node: SourceNode): boolean {
  return node.kind === 'scalar' && (typeof node.value !== 'number' || USUAL.test(node.source));
}

/** 010 is 10 here and 8 in YAML 1.1: which of them was meant is not for us to say. */
function isOctalToOthers(source: string): boolean {
  return /^[-+]?0[0-7_]+$/.test(source);
}

/** Whether the number is right otherwise; if it is not, the schema has said so already. */
function takes({ form }: Field, value: number): boolean {
  if (form.kind === 'integer') {
    return Number.isInteger(value) && value >= form.minimum && value <= form.maximum;
  }
  if (form.kind !== 'quantity') return false;
  const quantity = quantities[form.quantity];
  return 'acceptsNumber' in quantity && quantity.parse(String(value)).ok;
}
