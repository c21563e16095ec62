/** Specs that use most of the language, for tests that break them. */
export const samples: readonly string[] = [
  `# The production environment
apiVersion: elastiform/v1
environment: prod
extends: ./base.yaml
aws:
  region: us-east-1
  accountId: "123456789012" # text
  tags: {Platform: blockchain-dapp, "a/b": 'it''s'}
foundation:
  kubernetesVersion: "1.33"
  subnets: [a-1, b-2,
    c-3]
workloads:
  blockchain-backend:
    image: null
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1"}}
    metrics:
      cpu: {averageUtilization: 70%}
schedules:
  off-hours: {window: "22:00-06:00", floors: {workloads.blockchain-backend: 2}}
`,
  `a:
- x
- y: 1
  z: 2
-
  - deep
b: &anchor
  c: 1.30
  d: |
    text
      more

    end
  e: >-
    folded
    text
f: *anchor
g: "double \\"quoted\\" \\u00e9
  over lines"
h: plain over
  two lines
i:
`,
  `one: {two: [three, {four: 5}, six: 7], "eight":9}\nten: [\n  'eleven', # twelve\n  -1.5e3,\n]\n`,
  'a: 1\r\nb:\r\n  c: "d"\r\n  e: [f]\r\n',
  '---\nkey: value\nother:\n    deep:\n        deeper: true\n...\n',
];
