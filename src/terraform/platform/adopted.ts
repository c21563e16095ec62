/**
 * What an adopted resource keeps, as `ignore_changes`: the tags that somebody gave it. elastiform writes none on single
 * resources; those of the environment come as `default_tags` of the provider, beside them, and never over them.
 *
 * @source terraform-provider-aws 5.100, seen in plans: of two values of one key, that of the resource stays
 */
export const FOREIGN_TAGS = ['tags'];

/** A subnet group says what it is for, too; the provider would write "Managed by Terraform" over it. */
export const FOREIGN_TEXTS = ['description', ...FOREIGN_TAGS];
