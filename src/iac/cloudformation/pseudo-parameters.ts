/** Pseudo parameters: what a template can ask of where it is deployed. */
import { isUnknown, text, type Unknown, unknown, type Value } from '../../model/value.ts';

/** What is known of the place of a stack. */
export interface StackPlace {
  readonly region: string | Unknown;
  readonly account?: string;
  readonly stackName?: string;
}

/** Why the name of a stack is not known. */
export const UNKNOWN_STACK = 'the name of the stack is not known';

/** The value of a pseudo parameter; `undefined` where the name is none. `AWS::NoValue` is handled before. */
export function pseudoParameter(name: string, { region, account, stackName }: StackPlace): Value | undefined {
  switch (name) {
    case 'AWS::Region':
      return isUnknown(region) ? region : text(region);
    case 'AWS::Partition':
      return isUnknown(region) ? region : text(partitionOf(region));
    case 'AWS::URLSuffix':
      return isUnknown(region)
        ? region
        : text(partitionOf(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');
    case 'AWS::AccountId':
      return account === undefined ? unknown('the account is not known') : text(account);
    case 'AWS::StackName':
      return stackName === undefined ? unknown(UNKNOWN_STACK) : text(stackName);
    case 'AWS::StackId':
      return unknown('the id of the stack is not known');
    case 'AWS::NotificationARNs':
      return unknown('the notifications of the stack are not known');
    default:
      return undefined;
  }
}

/** Partitions by region ("ARNs and partitions" of the IAM User Guide). */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  if (region.startsWith('us-iso')) return region.startsWith('us-isob-') ? 'aws-iso-b' : 'aws-iso';
  return 'aws';
}
