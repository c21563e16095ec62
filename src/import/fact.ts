export type Text = string | undefined;
export type Count = number | undefined;
export type Flag = boolean | undefined;

export interface Fact {
  /** Unique among its kind. */
  readonly id: string;
  readonly arn: Text;
}
