/** Entry of the action: starts it, and nothing else. */
import { start } from './github/start.ts';

process.exitCode = await start();
