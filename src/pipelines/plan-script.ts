/**
 * Plans both roots of `$ENVIRONMENT` into `plans/$ENVIRONMENT/`: the saved plan, its JSON, and the lock file of the
 * providers that made it, without which `apply` could choose others. POSIX sh; needs nothing but Terraform.
 *
 * `-lock=false`, because a role that may only read cannot write the lock file; what somebody else applies in the
 * meantime makes the saved plan stale, and Terraform then refuses it.
 *
 * The Kubernetes root looks up databases and caches of the AWS root. As long as these are not there it has no plan:
 * that is said in `kubernetes.deferred` and is no failure, if the AWS root has changes to make.
 */
export const PLAN_SCRIPT = `
set -eu
plans=$PWD/plans/$ENVIRONMENT
mkdir -p "$plans"
pending=no
for root in aws kubernetes; do
  folder=generated/infra/env/$ENVIRONMENT
  if [ "$root" = kubernetes ]; then folder=$folder/kubernetes; fi
  if [ ! -d "$folder" ]; then continue; fi
  terraform -chdir="$folder" init -input=false
  status=0
  terraform -chdir="$folder" plan -input=false -lock=false -detailed-exitcode -out="$plans/$root.tfplan" || status=$?
  if [ "$status" -ne 0 ] && [ "$status" -ne 2 ]; then
    if [ "$root" = aws ] || [ "$pending" = no ]; then exit "$status"; fi
    {
      echo "the Kubernetes root has no plan yet, because it looks up what the AWS root has yet to make"
      echo "(the log of the plan says what). Once the AWS root is applied, run the whole pipeline again."
    } | tee "$plans/kubernetes.deferred"
    # Terraform saves what it has of a plan that failed.
    rm -f "$plans/$root.tfplan"
    continue
  fi
  if [ "$status" -eq 2 ]; then pending=yes; fi
  terraform -chdir="$folder" show -json "$plans/$root.tfplan" > "$plans/$root.json"
  cp "$folder/.terraform.lock.hcl" "$plans/$root.lock.hcl"
done
`;
