/**
 * Actions by the commit that is meant, with the version it has: a tag can be moved. Each pair was seen in public
 * workflows that pin it with this version (found by their text on 2026-11-27); Dependabot and Renovate raise both.
 * All of them run on Node 24: GitHub took Node 20 from its runners in 2026 (changelog of 2025-09-19).
 */
export const ACTIONS = {
  checkout: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  setupNode: 'actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0',
  setupTerraform: 'hashicorp/setup-terraform@5e8dbf3c6d9deaf4193ca7a8fb23f2ac83bb6c85 # v4.0.0',
  awsCredentials: 'aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3',
  uploadArtifact: 'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0',
  downloadArtifact: 'actions/download-artifact@37930b1c2abaa49bbe596cd826c3c89aef350131 # v7.0.0',
} as const;

/** The one that our end-to-end tests run. */
export const TERRAFORM_VERSION = '1.11.4';
