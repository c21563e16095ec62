import { defaulted, derived } from '../../../compiler/language/fallback.ts';
import { choice, text } from '../../../compiler/language/fields.ts';
import { shortHash } from '../../../util/short-hash.ts';

const LONGEST_ROLE_NAME = 64;

/** How the pods come to their permissions in AWS. */
export const identityFields = {
  identity: defaulted(
    choice(['pod-identity', 'irsa'], {
      description:
        'How the pods get their IAM role. pod-identity: an association in EKS, and the agent on each node. irsa: an annotation of the ServiceAccount, and the OIDC provider of the cluster, which exists in IAM already.',
    }),
    'pod-identity',
    'needs no OIDC provider, and the role trusts this ServiceAccount of this cluster by name',
  ),
  podIdentityAgent: defaulted(
    choice(['exists', 'managed'], {
      description:
        'Whether the add-on eks-pod-identity-agent is there already, or is installed here. EKS Auto Mode brings its own agent. One environment at most manages the add-on of a cluster.',
    }),
    'exists',
    'an add-on belongs to the cluster, which exists; without the agent the pods find no credentials',
  ),
  roleName: derived(
    text({
      description: 'Name of the IAM role of Cluster Autoscaler; unique in the account, in all regions.',
      example: 'dapp-prod-cluster-autoscaler',
      pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$',
      patternMeaning: 'the name of an IAM role: at most 64 letters, digits and + = , . @ _ -',
      maxLength: LONGEST_ROLE_NAME,
    }),
    '<foundation.cluster>-cluster-autoscaler, the name of the cluster cut and hashed where it is too long',
    (scope) => roleNameOf(scope.getRoot('foundation.cluster') as string),
  ),
};

/** Names of clusters have up to 100 characters. */
function roleNameOf(cluster: string): string {
  const suffix = '-cluster-autoscaler';
  const room = LONGEST_ROLE_NAME - suffix.length;
  if (cluster.length <= room) return `${cluster}${suffix}`;
  return `${cluster.slice(0, room - 9)}-${shortHash(cluster, 8)}${suffix}`;
}
