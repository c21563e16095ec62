import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

function fenced(language: string): string {
  const match = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme);
  return match?.[1] ?? 'no such block';
}

describe('the README', () => {
  it('shows a piece of the sample spec, and what is made of it', () => {
    expect(readFileSync('specs/prod.yaml', 'utf8')).toContain(fenced('yaml'));
    expect(readFileSync('generated/infra/env/prod/eks-autoscaling.tf', 'utf8')).toContain(fenced('hcl'));
  });

  it('names the commands that CI runs', () => {
    expect(readme).toContain('npm ci && npm run synth');
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci && npm test');
    expect(readme).toContain('npm ci && npm test');
  });

  it.each(['README.md', 'docs/architecture.md'])('%s links to what is there', (file) => {
    const folder = file.includes('/') ? 'docs/' : '';
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      (match) => match[1]!,
    );
    expect(links.filter((link) => !existsSync(`${folder}${link}`))).toEqual([]);
  });
});
