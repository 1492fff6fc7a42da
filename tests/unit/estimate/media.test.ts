import { describe, expect, test } from 'vitest';
import { bookOf, estimated, lines, problems } from './estimating.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  studio:', '    requests: 1000 per month', ...keys.map((key) => `    ${key}`), ''].join(
    '\n',
  );

const CANVAS = 'model: amazon.nova-canvas-v1:0';
const REEL = 'model: amazon.nova-reel-v1:1';
const PEGASUS = 'model: twelvelabs.pegasus-1-2-v1:0';

const known = async (...keys: readonly string[]) => lines(await estimated(workload(...keys)));

describe('images', () => {
  test.each([
    ['1024 pixels, standard', ['images: { count: 2, size: 1024 }'], 'images: 80'],
    ['more than 1024 pixels', ['images: { count: 2, size: 1280 }'], 'images: 120'],
    ['premium', ['images: { count: 1, size: 1024, quality: premium }'], 'images: 60'],
    ['large and premium', ['images: { count: 1, size: 2048, quality: premium }'], 'images: 80'],
    ['a range, with retries', ['retries: 10%', 'images: { count: 1..3, size: 512 }'], 'images: 44 88 132'],
  ])('%s', async (_, keys, expected) => {
    expect(await known(CANVAS, ...keys)).toEqual([expected]);
  });

  test('one image is assumed where the number is not stated', async () => {
    const { charges } = await estimated(workload(CANVAS, 'images: { size: 1024 }'));
    expect(charges[0]?.factors.at(-1)).toMatchObject({ name: 'images per call', origin: 'assumed' });
    expect(lines({ charges })).toEqual(['images: 40']);
  });

  test.each([
    [
      'nothing is stated',
      [],
      'how many images of which size a call makes is not stated | images: { count: 1, size: 1024, quality: standard }',
    ],
    [
      'no size',
      ['images: { count: 1 }'],
      'the size of the images is not stated, and their price depends on it | images: { count: 1, size: 1024, quality: standard }',
    ],
    [
      'too large',
      ['images: { count: 1, size: 4096 }'],
      'Nova Canvas has no price for images of 4096 pixels | images: { size: 2048 }',
    ],
  ])('%s', async (_, keys, why) => {
    expect(await known(CANVAS, ...keys)).toEqual([`images: not priced: ${why}`]);
  });

  // The operations of the article's table, in us-east-1, where they are sold through the profile `us.` alone.
  test.each([
    ['Fast Upscale', 'stable-fast-upscale', '30'],
    ['Outpaint', 'stable-outpaint', '60'],
    ['Remove Background', 'stable-image-remove-background', '70'],
    ['Erase Object', 'stable-image-erase-object', '70'],
    ['Control', 'stable-image-control-structure', '70'],
    ['Inpaint', 'stable-image-inpaint', '70'],
    ['Style Transfer', 'stable-style-transfer', '80'],
    ['Conservative Upscale', 'stable-conservative-upscale', '400'],
    ['Creative Upscale', 'stable-creative-upscale', '600'],
  ])('%s', async (_, model, expected) => {
    expect(await known(`model: us.stability.${model}-v1:0`, 'images: { count: 1, size: 1024 }')).toEqual([
      `images: ${expected}`,
    ]);
  });

  test('more than 50 steps are premium', async () => {
    const prices = bookOf([
      { subject: 'stability.stable-diffusion-xl-v1', dimension: 'image-1024-standard', usd: '0.04' },
      { subject: 'stability.stable-diffusion-xl-v1', dimension: 'image-1024-premium', usd: '0.08' },
    ]);
    const made = async (steps: number) =>
      lines(
        await estimated(
          workload(`images: { model: stability.stable-diffusion-xl-v1, size: 1024, steps: ${steps} }`),
          { prices },
        ),
      );
    expect([await made(50), await made(51)]).toEqual([['images: 40'], ['images: 80']]);
  });

  test('a named call, and a model of its own', async () => {
    const made = await estimated(
      workload(
        'images: { count: 1, size: 1024 }',
        'calls:',
        '  write: { model: amazon.nova-micro-v1:0, input_tokens: 1000, output_tokens: 100 }',
        '  draw: { model: amazon.nova-canvas-v1:0, per_request: 0.5 }',
        '  fix: { model: us.stability.stable-outpaint-v1:0 }',
      ),
    );
    expect(lines(made)).toEqual([
      'write input tokens: 0.035',
      'write output tokens: 0.014',
      'draw images: 20',
      'fix images: not priced: how many images of which size a call makes is not stated | images: { count: 1, size: 1024, quality: standard }',
    ]);
    expect(await known('images: { model: amazon.nova-canvas-v1:0, count: 1, size: 1024 }')).toEqual([
      'images: 40',
    ]);
  });

  test('without a model nothing is priced', async () => {
    expect(await known('images: { count: 1, size: 1024 }')).toEqual([
      'images: not priced: no model that makes images is stated | images: { count: 1, size: 1024, quality: standard }',
    ]);
    const unknown = await estimated(workload('images: { model: amazon.nova-canwas, count: 1 }'));
    expect(lines(unknown)).toEqual([
      'images: not priced: amazon.nova-canwas is not in the model catalogue | images: { count: 1, size: 1024, quality: standard }',
    ]);
    expect(problems(unknown)).toEqual(['model-unknown: amazon.nova-canwas is not in the model catalogue']);
  });

  test('what is shown to a model is counted in tokens', async () => {
    // 1000 requests × (3 × 1,600 + 200) tokens × 3 dollars a million.
    const made = await estimated(
      workload(
        'model: global.anthropic.claude-sonnet-4-5-20250929-v1:0',
        'output_tokens: 0',
        'prompt: { images: { count: 3, tokens: 1600 }, question: 200 }',
      ),
    );
    expect(lines(made)).toEqual(['input tokens: 14.4', 'input tokens: 0.6', 'output tokens: 0']);
  });
});

describe('video', () => {
  test.each([
    ['seconds that a model makes', [REEL, 'video: { seconds: 6 }'], ['video seconds: 480']],
    ['at a resolution', [REEL, 'video: { seconds: 6, resolution: 720p }'], ['video seconds: 480']],
    [
      'seconds that a model looks at: text input is not billed',
      [PEGASUS, 'output_tokens: 200', 'video: { input_seconds: 600 }'],
      ['output tokens: 1.5', 'video seconds looked at: 294'],
    ],
    [
      'with a question in text',
      [PEGASUS, 'input_tokens: 50', 'output_tokens: 200', 'video: { input_seconds: 600 }'],
      ['output tokens: 1.5', 'video seconds looked at: 294'],
    ],
    [
      'nothing stated',
      [REEL],
      [
        'video seconds: not priced: how many seconds of video a call makes is not stated | video: { seconds: 6, resolution: 720p }',
      ],
    ],
    [
      'nothing stated of what is looked at',
      [PEGASUS, 'output_tokens: 0'],
      [
        'output tokens: 0',
        'video seconds looked at: not priced: how many seconds of video a call looks at is not stated | video: { input_seconds: 60 }',
      ],
    ],
  ])('%s', async (_, keys, expected) => {
    expect(await known(...keys)).toEqual(expected);
  });

  test('a model with two resolutions asks for one', async () => {
    const ray = (video: string) =>
      estimated(`region: us-west-2\n${workload('model: luma.ray-v2:0', `video: ${video}`)}`);
    expect(lines(await ray('{ seconds: 5, resolution: 540p }'))).toEqual(['video seconds: 3750']);
    expect(lines(await ray('{ seconds: 5, resolution: 720p }'))).toEqual(['video seconds: 7500']);
    expect(lines(await ray('{ seconds: 5 }'))).toEqual([
      'video seconds: not priced: the resolution of the video is not stated, and its price depends on it | video: { seconds: 6, resolution: 720p }',
    ]);
  });

  test('a model that bills video as tokens says so', async () => {
    const made = await known('video: { model: amazon.nova-lite-v1:0, input_seconds: 60 }');
    expect(made).toEqual([
      'video seconds looked at: not priced: Nova Lite bills video by its tokens, not by the second | prompt: { video: { seconds: 60, tokens: 288 } }',
    ]);
  });
});

describe('speech', () => {
  const SONIC = 'model: amazon.nova-2-sonic-v1:0';

  test('speech and text have their own prices', async () => {
    // 3 and 12 dollars a million of speech, 0.33 and 2.75 of text.
    expect(
      await known(
        SONIC,
        'input_tokens: 2000',
        'output_tokens: 100',
        'speech: { input_tokens: 1500, output_tokens: 3000 }',
      ),
    ).toEqual([
      'input tokens: 0.66',
      'output tokens: 0.275',
      'speech input tokens: 4.5',
      'speech output tokens: 36',
    ]);
  });

  test('what is not stated is not priced', async () => {
    const hint = 'speech: { input_tokens: 1500, output_tokens: 1500 }';
    expect((await known(SONIC, 'input_tokens: 0', 'output_tokens: 0')).slice(2)).toEqual([
      `speech input tokens: not priced: the speech input tokens of a call are not stated | ${hint}`,
      `speech output tokens: not priced: the speech output tokens of a call are not stated | ${hint}`,
    ]);
  });
});

describe('embeddings of media', () => {
  const MODEL = 'amazon.nova-2-multimodal-embeddings-v1:0';

  test('each kind by its unit', async () => {
    expect(
      await known(
        `media_embeddings: { model: "${MODEL}", images: 100k per month, document_pages: 10k per month, audio_seconds: 1M per month, video_seconds: 100k per month }`,
      ),
    ).toEqual([
      'images embedded: 6',
      'document pages embedded: 6',
      'audio embedded: 140',
      'video embedded: 70',
    ]);
  });

  test('the tier of the call, and its text', async () => {
    expect(
      await known(
        `model: ${MODEL}`,
        'input_tokens: 1000',
        'tier: batch',
        'media_embeddings: { images: 100k per month }',
      ),
    ).toEqual(['input tokens: 0.0675', 'images embedded: 3']);
  });

  test('nothing stated', async () => {
    expect(await known(`media_embeddings: { model: "${MODEL}" }`)).toEqual([
      'images embedded: not priced: what is embedded is not stated | media_embeddings: { model: amazon.nova-2-multimodal-embeddings-v1:0, images: 100k per month }',
    ]);
  });
});

describe('capacity that is paid by the hour serves media too', () => {
  const units = (model: string) =>
    `provisioned_throughput: { model: ${model}, model_units: 1, commitment: 6-months }`;

  test.each([
    [
      'images of the model of the call',
      'amazon.nova-canvas-v1:0',
      [CANVAS, 'images: { count: 1, size: 1024 }'],
    ],
    [
      'images of a model of their own',
      'amazon.nova-canvas-v1:0',
      ['images: { model: amazon.nova-canvas-v1:0, count: 1, size: 1024 }'],
    ],
    ['video', 'amazon.nova-reel-v1:1', [REEL, 'video: { seconds: 6 }']],
    [
      'speech',
      'amazon.nova-2-sonic-v1:0',
      ['speech: { model: amazon.nova-2-sonic-v1:0, input_tokens: 10, output_tokens: 10 }'],
    ],
    [
      'embedding',
      'amazon.titan-embed-text-v2:0',
      ['knowledge_base: { embedding: { model: "amazon.titan-embed-text-v2:0", tokens: 1M per month } }'],
    ],
  ])('%s', async (_, model, keys) => {
    const free = await known(...keys, units(model));
    expect(free.map((line) => line.split(':')[0])).toEqual(['model units']);
    // Units of another model leave them as they are.
    const billed = await known(...keys, units('amazon.nova-lite-v1:0'));
    expect(billed.length).toBeGreaterThan(1);
  });
});
