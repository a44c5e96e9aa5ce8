#!/usr/bin/env bash
# What the rig runs: the checks of guest/, built to one file by hardware.test.ts.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
UV_THREADPOOL_SIZE=16 exec node_modules/node/bin/node build/test-programs/run-checks.cjs
