#!/usr/bin/env node
// The command `open-office` of the installed package. It installs nothing: the packages of a project are npm's matter.
import { commandIn, findNode, handOver } from './run.mjs';

const command = commandIn(process.argv.slice(2), 'open-office');
const node = findNode();
if (!node) process.exit(1);
handOver(node, command, process.argv.slice(3));
