import type { Facts } from '../facts.ts';
import type { Note, NoteKind } from '../note.ts';
import type { SecurityGroups } from './names.ts';
import type { SpecBuilder } from './spec-tree.ts';

/** What every kind is built with. */
export interface Building {
  readonly facts: Facts;
  readonly spec: SpecBuilder;
  readonly notes: Note[];
  /** What people call each item, by its dotted path. */
  readonly subjects: Map<string, string>;
  readonly environment: string;
  readonly securityGroups: SecurityGroups;
  readonly foundation: FoundationChoice;
}

/** What the items are compared with; undefined where nothing told it. */
export interface FoundationChoice {
  readonly cluster: string | undefined;
  /** Ids, sorted; empty where nothing told them. */
  readonly subnets: readonly string[];
  readonly nodeRole: string | undefined;
}

export type Tell = (kind: NoteKind, text: string) => void;

export function tellAbout(notes: Note[], subject: string): Tell {
  return (kind, text) => {
    notes.push({ kind, subject, text });
  };
}

export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return [...new Set(a)].sort().join(' ') === [...new Set(b)].sort().join(' ');
}

/** Placeholder for what nothing told. It validates, and Terraform finds nothing by that name. */
export const UNKNOWN = 'change-me';
