/** The region of a resource in a program, as its options and its provider say. */
import { isUnknown, textAt, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { type DataNode, type MapEntry, nodeAt, textOf } from '../../document/node.ts';

/** More parents above each other than this are a circle. */
const MAXIMUM_PARENTS = 20;

/** What the regions of resources follow from. */
export interface Surroundings {
  readonly resources: ReadonlyMap<string, MapEntry>;
  /** The value of a property of a resource; `undefined` where it is not written. */
  property(key: string, name: string): Value | undefined;
  /** The configuration of a key; `undefined` where nothing is said of it. */
  config(key: string): Value | undefined;
}

export class Regions {
  readonly #program: Surroundings;
  readonly #usual: string | undefined;

  /** `usual` is the region where the program and its configuration name none. */
  constructor(program: Surroundings, usual: string | undefined) {
    this.#program = program;
    this.#usual = usual;
  }

  /** The region of a resource by its name in the program. */
  ofResource(key: string, provider: string): string | Unknown | undefined {
    const own = this.#program.property(key, 'region');
    const stated = own === undefined ? undefined : textAt(own);
    if (stated !== undefined && stated !== '') return stated;
    return this.ofOptions(nodeAt(this.#program.resources.get(key)?.node, 'options'), provider);
  }

  /** The region that options choose: of their provider, or of the parent's. */
  ofOptions(options: DataNode | undefined, provider: string): string | Unknown | undefined {
    let current = options;
    for (let count = 0; count < MAXIMUM_PARENTS; count++) {
      const named = nodeAt(current, 'provider');
      if (named !== undefined) return this.#ofProvider(referenceIn(named), named, provider);
      const parent = nodeAt(current, 'parent');
      if (parent === undefined) break;
      const key = referenceIn(parent);
      current = nodeAt(this.#program.resources.get(key ?? '')?.node, 'options');
    }
    return this.#ofDefault(provider);
  }

  #ofProvider(key: string | undefined, at: DataNode, provider: string): string | Unknown | undefined {
    const declared = this.#program.resources.get(key ?? '');
    const isProvider = textOf(nodeAt(declared?.node, 'type'))?.startsWith('pulumi:providers:') === true;
    if (key === undefined || !isProvider) return unknown('its provider is not declared here', { at: at.at });
    return this.#regionOf(key, provider);
  }

  #regionOf(key: string, provider: string): string | Unknown | undefined {
    const value = this.#program.property(key, 'region');
    const stated = value === undefined ? undefined : textAt(value);
    return stated === undefined || stated === '' ? this.#configured(provider) : stated;
  }

  /** The provider that is declared as the default, else the configuration. */
  #ofDefault(provider: string): string | Unknown | undefined {
    for (const [key, { node }] of this.#program.resources) {
      if (textOf(nodeAt(node, 'defaultProvider')) !== 'true') continue;
      if (textOf(nodeAt(node, 'type')) === `pulumi:providers:${provider}`)
        return this.#regionOf(key, provider);
    }
    return this.#configured(provider);
  }

  #configured(provider: string): string | Unknown | undefined {
    const value = this.#program.config(`${provider}:region`);
    const stated = value === undefined ? undefined : textAt(value);
    if (stated === undefined || stated === '') return this.#usual;
    return isUnknown(stated) ? (this.#usual ?? stated) : stated;
  }
}

/** `name` of `${name}`. */
function referenceIn(node: DataNode): string | undefined {
  return /^\$\{([^.[\]}]+)\}$/.exec(textOf(node) ?? '')?.[1];
}
