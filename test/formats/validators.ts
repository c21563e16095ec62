import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema = (name: string) =>
  JSON.parse(readFileSync(`${import.meta.dirname}/schemas/${name}`, 'utf8')) as Record<string, unknown>;

/** SARIF's schema is of draft 4, which this ajv has no rules for; it uses nothing that newer drafts read otherwise. */
const { $schema: _draft4, id: _id, ...sarif } = schema('sarif-2.1.0-rtm.5.json');
const sarifAjv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
sarifAjv.addFormat('uri', /^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/);
sarifAjv.addFormat('uri-reference', /^(?!\/\/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*$/);
sarifAjv.addFormat('date-time', true);
/** Whether something is a SARIF log as published; `errors` of the function says what is not. */
export const isSarif = sarifAjv.compile(sarif);
/** The same for a report of GitLab's code quality. */
export const isGitlab = new Ajv2020({ allErrors: true }).compile(schema('gitlab-code-quality.json'));
