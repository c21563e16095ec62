/**
 * This process's environment without what would steer Terraform or the AWS clients: credentials and
 * profiles must never reach a test, and neither must a developer's `TF_LOG` or `TF_VAR_…`.
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(AWS|TF|MOTO)_/.test(name));
  return {
    ...Object.fromEntries(kept),
    AWS_EC2_METADATA_DISABLED: 'true',
    // Nowhere: a profile of the developer's home must not be found either.
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
  };
}
