/** All formats of infrastructure code. A new one is one folder and one line here. */
import { CDK } from './cdk/index.ts';
import { CLOUDFORMATION } from './cloudformation/index.ts';
import type { IacFormat } from './format.ts';
import { PULUMI } from './pulumi/index.ts';
import { SERVERLESS } from './serverless/index.ts';
import { TERRAFORM } from './terraform/index.ts';
import { TERRAFORM_PLAN } from './terraform-plan/index.ts';

export const IAC_FORMATS: readonly IacFormat[] = [
  TERRAFORM,
  TERRAFORM_PLAN,
  CLOUDFORMATION,
  CDK,
  SERVERLESS,
  PULUMI,
];
