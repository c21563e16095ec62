/**
 * Applies exactly the plans in `plans/$ENVIRONMENT/`: first the AWS root, then the Kubernetes root, which looks up
 * what the first one made. POSIX sh; needs nothing but Terraform.
 */
export const APPLY_SCRIPT = `
set -eu
plans=$PWD/plans/$ENVIRONMENT
for root in aws kubernetes; do
  folder=generated/infra/env/$ENVIRONMENT
  if [ "$root" = kubernetes ]; then folder=$folder/kubernetes; fi
  if [ ! -f "$plans/$root.tfplan" ]; then continue; fi
  cp "$plans/$root.lock.hcl" "$folder/.terraform.lock.hcl"
  terraform -chdir="$folder" init -input=false -lockfile=readonly
  terraform -chdir="$folder" apply -input=false -lock-timeout=5m "$plans/$root.tfplan"
done
if [ -f "$plans/kubernetes.deferred" ]; then
  echo "The AWS root is applied. Run the pipeline again to plan the Kubernetes root, which waited for it:" >&2
  echo "all of its jobs (on GitHub "Re-run all jobs"), for the plan of this run has been used." >&2
  exit 1
fi
`;
