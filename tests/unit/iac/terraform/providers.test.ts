// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { type Files, plain, read, resourceAt } from '../support.ts';

const regionOf = (files: Files, address: string, region?: string) =>
  resourceAt(read(files, region === undefined ? {} : { region }), address).region;

describe('the region of a resource', () => {
  const main = `
variable "region" { default = "eu-west-1" }
variable "u" {}
provider "aws" { region = var.region }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
provider "aws" {
  alias  = "unknown"
  region = var.u
}
resource "aws_x" "default" {}
resource "aws_x" "alias" { provider = aws.west }
resource "aws_x" "quoted" { provider = "aws.west" }
resource "aws_x" "own" { region = "ap-south-1" }
resource "aws_x" "unknown" { provider = aws.unknown }
resource "aws_x" "missing" { provider = aws.nothing }
resource "other_x" "other" {}
`;
  test.each([
    ['aws_x.default', 'eu-west-1'],
    ['aws_x.alias', 'us-west-2'],
    ['aws_x.quoted', 'us-west-2'],
    ['aws_x.own', 'ap-south-1'],
  ])('%s', (address, expected) => {
    expect(regionOf({ 'main.tf': main }, address, 'us-east-1')).toBe(expected);
  });

  test('is unknown where its provider’s is', () => {
    expect(regionOf({ 'main.tf': main }, 'aws_x.unknown')).toMatchObject({ why: 'var.u has no default' });
    expect(regionOf({ 'main.tf': main }, 'aws_x.missing')).toMatchObject({
      why: 'provider aws.nothing is not configured',
    });
  });

  test('is unknown where the provider is one of several of a name', () => {
    const files = {
      'main.tofu': `provider "aws" {
  region = "us-east-1"
}
provider "aws" {
  alias    = "by_region"
  for_each = toset(["eu-west-1", "eu-west-2"])
  region   = each.key
}
resource "aws_x" "y" {
  provider = aws.by_region["eu-west-1"]
}
module "m" {
  source    = "./m"
  providers = { aws = aws.by_region["eu-west-2"] }
}
`,
      'm/main.tofu': 'resource "aws_x" "y" {}\n',
    };
    for (const address of ['aws_x.y', 'module.m.aws_x.y'])
      expect(regionOf(files, address, 'us-east-1')).toMatchObject({
        why: 'which configuration of its provider is meant is not evaluated',
      });
  });

  test('is the one given from outside, or none, where no provider names one', () => {
    const bare = { 'main.tf': 'provider "aws" {}\nresource "aws_x" "y" {}\n' };
    expect(regionOf(bare, 'aws_x.y')).toBeUndefined();
    expect(regionOf(bare, 'aws_x.y', 'us-east-1')).toBe('us-east-1');
    expect(regionOf({ 'main.tf': main }, 'other_x.other', 'us-east-1')).toBeUndefined();
  });

  test('goes into modules with their providers', () => {
    const files = {
      'main.tf': `${main}
module "plain" { source = "./m" }
module "handed" {
  source    = "./m"
  providers = { aws = aws.west, aws.peer = aws }
}
`,
      'm/main.tf': 'resource "aws_x" "a" {}\nresource "aws_x" "b" { provider = aws.peer }\n',
    };
    expect(regionOf(files, 'module.plain.aws_x.a')).toBe('eu-west-1');
    expect(regionOf(files, 'module.handed.aws_x.a')).toBe('us-west-2');
    expect(regionOf(files, 'module.handed.aws_x.b')).toBe('eu-west-1');
    expect(regionOf(files, 'module.plain.aws_x.b')).toMatchObject({
      why: 'provider aws.peer is not configured',
    });
  });
});

describe('data sources', () => {
  const answer = (source: string, region: string | undefined, declarations: string) => {
    const provider = region === undefined ? '' : `provider "aws" { region = "${region}" }\n`;
    const main = `variable "u" {}\n${provider}${declarations}resource "t" "t" {\n  v = ${source}\n}\n`;
    return resourceAt(read({ 'main.tf': main }), 't.t').attributes.entries.get('v');
  };
  const region = 'data "aws_region" "r" {}\ndata "aws_partition" "p" {}\n';

  test.each([
    ['data.aws_region.r.name', 'eu-central-1', 'eu-central-1'],
    ['data.aws_region.r.region', 'eu-central-1', 'eu-central-1'],
    ['data.aws_region.r.id', 'eu-central-1', 'eu-central-1'],
    ['data.aws_partition.p.partition', 'eu-central-1', 'aws'],
    ['data.aws_partition.p.partition', 'us-gov-west-1', 'aws-us-gov'],
    ['data.aws_partition.p.partition', 'cn-north-1', 'aws-cn'],
    ['data.aws_partition.p.dns_suffix', 'cn-north-1', 'amazonaws.com.cn'],
    ['data.aws_partition.p.reverse_dns_prefix', 'us-gov-west-1', 'com.amazonaws'],
  ])('%s in %s', (source, where, expected) => {
    expect(plain(answer(source, where, region))).toBe(expected);
  });

  test('that ask AWS are unknown and refer to themselves', () => {
    const declared = 'data "aws_caller_identity" "me" {}\n';
    expect(answer('data.aws_caller_identity.me.account_id', 'us-east-1', declared)).toMatchObject({
      kind: 'unknown',
      refersTo: 'data.aws_caller_identity.me',
      attribute: 'account_id',
    });
  });

  test.each([
    ['aws_bedrock_inference_profiles', 'inference_profile_summaries[0].models'],
    ['aws_bedrock_foundation_models', 'model_summaries[0].model_id'],
    ['aws_iam_policy_document', 'json'],
    ['aws_caller_identity', 'arn'],
  ])('%s is not known, and says so', (type, attribute) => {
    const value = answer(`data.${type}.d.${attribute}`, 'us-east-1', `data "${type}" "d" {}\n`);
    expect(value).toMatchObject({ kind: 'unknown', refersTo: `data.${type}.d` });
    expect(value?.kind === 'unknown' && value.why).toMatch(/is known only after apply$/);
  });

  test.each([
    ['aws_bedrock_foundation_model', 'model_id', 'model_arn'],
    ['aws_bedrock_inference_profile', 'inference_profile_id', 'inference_profile_arn'],
  ])('%s that is asked with an ARN answers it', (type, argument, attribute) => {
    const arn = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0';
    const declared = `data "${type}" "d" {\n  ${argument} = "${arn}"\n}\n`;
    expect(plain(answer(`data.${type}.d.${attribute}`, 'us-east-1', declared))).toBe(arn);
  });

  test('without a region are unknown', () => {
    expect(plain(answer('data.aws_region.r.name', undefined, region))).toEqual({
      unknown: 'no provider in the code names its region',
    });
  });

  test('of a foundation model know its ARN', () => {
    const model = 'data "aws_bedrock_foundation_model" "m" {\n  model_id = "amazon.nova-pro-v1:0"\n}\n';
    const source = 'data.aws_bedrock_foundation_model.m.model_arn';
    expect(plain(answer(source, 'eu-west-1', model))).toBe(
      'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0',
    );
    expect(answer(source, undefined, model)).toMatchObject({
      kind: 'unknown',
      pieces: ['arn:', {}, ':bedrock:', {}, '::foundation-model/amazon.nova-pro-v1:0'],
    });
  });

  test('of a foundation model follow what they are asked', () => {
    const model =
      'data "aws_bedrock_foundation_model" "m" {\n  for_each = toset(["x.a", "x.b"])\n  model_id = each.key\n}\n';
    expect(plain(answer('data.aws_bedrock_foundation_model.m["x.b"].model_arn', 'us-east-1', model))).toBe(
      'arn:aws:bedrock:us-east-1::foundation-model/x.b',
    );
    const unknown = 'data "aws_bedrock_foundation_model" "m" {\n  model_id = var.u\n}\n';
    expect(plain(answer('data.aws_bedrock_foundation_model.m.model_arn', 'us-east-1', unknown))).toEqual({
      unknown: 'var.u has no default',
    });
  });

  test('of an inference profile tell all of its ARN but the account', () => {
    const profile =
      'data "aws_bedrock_inference_profile" "p" {\n  inference_profile_id = "us.amazon.nova-pro-v1:0"\n}\n';
    expect(
      answer('data.aws_bedrock_inference_profile.p.inference_profile_arn', 'us-east-1', profile),
    ).toMatchObject({
      kind: 'unknown',
      why: 'the account is known only after apply',
      pieces: ['arn:aws:bedrock:us-east-1:', {}, ':inference-profile/us.amazon.nova-pro-v1:0'],
    });
  });

  test('are no resources of their own', () => {
    expect(read({ 'main.tf': region }).resources).toEqual([]);
  });
});

describe('what only a run of Terraform knows', () => {
  test.each([
    ['path.module', '.'],
    ['path.root', '.'],
    ['path.cwd', { unknown: 'path.cwd is known only where Terraform runs' }],
    ['terraform.workspace', { unknown: 'terraform.workspace is known only where Terraform runs' }],
  ])('%s', (source, expected) => {
    const reading = read({ 'main.tf': `resource "t" "t" {\n  v = ${source}\n}\n` });
    expect(plain(resourceAt(reading, 't.t').attributes.entries.get('v'))).toEqual(expected);
  });

  test('the workspace may be given from outside', () => {
    const reading = read(
      { 'main.tf': 'resource "t" "t" {\n  v = terraform.workspace\n}\n' },
      { workspace: 'prod' },
    );
    expect(plain(resourceAt(reading, 't.t').attributes)).toEqual({ v: 'prod' });
  });
});
