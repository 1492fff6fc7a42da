/** Interface VPC endpoints: private ways to Amazon Bedrock and to its vector stores. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, gigabytesPerMonth, section } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { type EndpointFacts, mapAssociation, mapEndpoint, mapServerlessEndpoint } from './endpoints.ts';

export const vpcEndpoints: Feature<EndpointFacts> = {
  id: 'vpc-endpoints',
  title: 'VPC endpoints',
  layer: 'operations',
  resourceSections: [
    {
      types: [
        'aws_vpc_endpoint',
        'aws_opensearchserverless_vpc_endpoint',
        'AWS::EC2::VPCEndpoint',
        'AWS::OpenSearchServerless::VpcEndpoint',
      ],
      description: 'What goes through an interface endpoint, and in how many Availability Zones it stands.',
      schema: () =>
        section({
          data: z.optional(gigabytesPerMonth().describe('What goes through it.')),
          availability_zones: z.optional(
            amount('zones').describe('Zones that it stands in; from the code where it says.'),
          ),
        }),
    },
  ],
  mappings: {
    terraform: {
      aws_vpc_endpoint: mapEndpoint,
      aws_opensearchserverless_vpc_endpoint: mapServerlessEndpoint,
      aws_vpc_endpoint_subnet_association: mapAssociation,
    },
    cloudformation: {
      'AWS::EC2::VPCEndpoint': mapEndpoint,
      'AWS::OpenSearchServerless::VpcEndpoint': mapServerlessEndpoint,
    },
  },
  charges,
};
