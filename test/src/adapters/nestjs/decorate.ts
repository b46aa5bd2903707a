/** The decorators of one method: those before it and those before each of its parameters. */
interface DecoratedMethod {
  readonly method: readonly MethodDecorator[];
  readonly parameters: readonly ParameterDecorator[];
}

/** Applies decorators as a compiler would that knows their syntax; types that are erased leave no room for it here. */
export function decorate(
  target: new () => object,
  decorators: readonly ClassDecorator[],
  methods: Readonly<Record<string, DecoratedMethod>> = {},
): void {
  const { prototype } = target;
  for (const [name, { method, parameters }] of Object.entries(methods)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    if (descriptor === undefined) throw new TypeError(`${target.name} has no method called ${name}`);
    parameters.forEach((apply, index) => apply(prototype, name, index));
    for (const apply of method) apply(prototype, name, descriptor);
  }
  for (const apply of decorators) apply(target);
}
