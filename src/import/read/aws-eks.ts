import type { Facts } from '../facts.ts';
import type { View } from '../view.ts';

/** `aws eks describe-nodegroup`. @source botocore 1.43.11, API model of eks */
export function readNodegroup(answer: View, facts: Facts): void {
  const view = answer.view('nodegroup');
  const name = view.text('nodegroupName');
  const cluster = view.text('clusterName');
  if (name === undefined || cluster === undefined) {
    facts.notes.push({ kind: 'not-imported', subject: 'a node group', text: 'its names are missing' });
    return;
  }
  const scaling = view.view('scalingConfig');
  facts.nodeGroups.push({
    id: `${cluster}:${name}`,
    arn: view.text('nodegroupArn'),
    name,
    cluster,
    version: view.text('version'),
    min: scaling.number('minSize'),
    max: scaling.number('maxSize'),
    desired: scaling.number('desiredSize'),
    capacityType: view.text('capacityType'),
    types: view.texts('instanceTypes'),
    subnets: view.texts('subnets'),
    amiType: view.text('amiType'),
    role: view.text('nodeRole'),
    labels: textMap(view.view('labels')),
    taints: view.views('taints').map((taint) => ({
      key: taint.text('key'),
      value: taint.text('value'),
      effect: taint.text('effect'),
    })),
    diskGib: view.number('diskSize'),
    maxUnavailable: view.view('updateConfig').number('maxUnavailable'),
    maxUnavailablePercent: view.view('updateConfig').number('maxUnavailablePercentage'),
    hasTemplate: view.view('launchTemplate').isMap,
  });
}

/** `aws eks describe-cluster`. */
export function readCluster(answer: View, facts: Facts): void {
  const view = answer.view('cluster');
  const id = view.text('name');
  if (id === undefined) return;
  facts.clusters.push({
    id,
    arn: view.text('arn'),
    version: view.text('version'),
    subnets: view.view('resourcesVpcConfig').texts('subnetIds'),
    vpc: view.view('resourcesVpcConfig').text('vpcId'),
  });
}

export function textMap(view: View): ReadonlyMap<string, string> {
  return new Map(view.keys().map((key) => [key, view.text(key) ?? '']));
}
