import type { NodeVolume } from '../../compiler/language/node-fields.ts';

/** Blocks that the launch templates of all groups of nodes have, in the words of cdktf. */

/** @param device where the volume is mounted from: `/dev/xvda` is the root volume of Amazon Linux */
export function encryptedVolume(device: string, { size, type, iops, throughput, kmsKeyId }: NodeVolume) {
  return [
    {
      deviceName: device,
      ebs: {
        volumeSize: size,
        volumeType: type,
        iops,
        throughput,
        encrypted: 'true',
        kmsKeyId,
        deleteOnTermination: 'true',
      },
    },
  ];
}

/** A volume of which nothing is asked but that nobody can read it: size and type come from the image. */
export function encryptedAsTheImageHasIt(device: string) {
  return { deviceName: device, ebs: { encrypted: 'true', deleteOnTermination: 'true' } };
}

/** IMDSv2 only: a request that a server can be tricked into has no session token. */
export function metadataOptions(hopLimit: number) {
  return {
    httpEndpoint: 'enabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: hopLimit,
    // Tag keys with a slash, such as those of Cluster Autoscaler, make a launch fail when this is enabled.
    // @source terraform-aws-modules/terraform-aws-eks #1785
    instanceMetadataTags: 'disabled',
  };
}

/** @param tags a reference to the tags: the provider's default_tags do not reach what an instance brings with it */
export function tagSpecifications(tags: string) {
  return ['instance', 'volume', 'network-interface'].map((resourceType) => ({
    resourceType,
    // A reference to a map, which cdktf types as a map.
    tags: tags as unknown as { [key: string]: string },
  }));
}
