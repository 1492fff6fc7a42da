type OptionalKeys<Shape> = { [Key in keyof Shape]: undefined extends Shape[Key] ? Key : never }[keyof Shape];

/** A shape whose keys that may be undefined are absent instead. */
export type Defined<Shape> = Omit<Shape, OptionalKeys<Shape> & keyof Shape> & {
  [Key in OptionalKeys<Shape> & keyof Shape]?: Exclude<Shape[Key], undefined>;
};

/** The same object without the keys whose value is undefined. */
export function defined<Shape extends object>(shape: Shape): Defined<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Defined<Shape>;
}
