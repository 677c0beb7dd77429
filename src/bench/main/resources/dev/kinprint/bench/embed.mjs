// Embeds texts.json with transformers.js when told to: "run" answers with seconds, "first" with the first vector.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { env, pipeline } from '@huggingface/transformers';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const batch = Number(process.argv[2]);
const texts = JSON.parse(readFileSync('texts.json', 'utf8'));
const order = [...texts.keys()];
if (batch > 1) order.sort((a, b) => texts[b].length - texts[a].length);
env.allowRemoteModels = false;
env.localModelPath = './models/';
const extract = await pipeline('feature-extraction', 'minilm', { dtype: 'fp32', device: 'cpu' });
const vectors = new Array(texts.length);

async function run() {
    for (let from = 0; from < order.length; from += batch) {
        const some = order.slice(from, from + batch);
        const found = (await extract(some.map((i) => texts[i]), { pooling: 'mean', normalize: true })).tolist();
        some.forEach((i, k) => { vectors[i] = found[k]; });
    }
}

console.log(`transformers.js ${version('@huggingface/transformers')}, onnxruntime-node ${version('onnxruntime-node')}, node ${process.version}`);
for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'run') {
        const start = performance.now();
        await run();
        console.log((performance.now() - start) / 1000);
    } else if (line === 'first') {
        console.log(JSON.stringify(vectors[0]));
    }
}
