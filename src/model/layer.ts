/** The three cost layers of an Amazon Bedrock bill, in the order in which they are always shown. */
export type Layer = 'inference' | 'features' | 'operations';

export const LAYERS: readonly Layer[] = ['inference', 'features', 'operations'];

export const LAYER_TITLES: Readonly<Record<Layer, string>> = {
  inference: 'Model inference',
  features: 'Bedrock features',
  operations: 'Operational tail',
};
