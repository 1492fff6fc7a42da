#!/usr/bin/env node
/** Entry of the command line. The only place that ends its process. */
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2));
