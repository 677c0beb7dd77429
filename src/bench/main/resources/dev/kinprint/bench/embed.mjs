// Embeds a share of texts.json with transformers.js when told to: "run" ends with "done", "first" gives the first vector.
// Arguments: texts a batch, how many processes share the texts, which of them this is, threads of ONNX Runtime.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { env, pipeline } from '@huggingface/transformers';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const [batch, shares, share, threads] = process.argv.slice(2).map(Number);
const texts = JSON.parse(readFileSync('texts.json', 'utf8'));
const order = [...texts.keys()].sort((a, b) => texts[b].length - texts[a].length || a - b)
    .filter((_, place) => place % shares === share);
env.allowRemoteModels = false;
env.localModelPath = './models/';
const extract = await pipeline('feature-extraction', 'minilm', {
    dtype: 'fp32', device: 'cpu', session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
});
const vectors = new Map();

async function run() {
    for (let from = 0; from < order.length; from += batch) {
        const some = order.slice(from, from + batch);
        const found = (await extract(some.map((i) => texts[i]), { pooling: 'mean', normalize: true })).tolist();
        some.forEach((i, k) => vectors.set(i, found[k]));
    }
}

console.log(`transformers.js ${version('@huggingface/transformers')}, onnxruntime-node ${version('onnxruntime-node')}, node ${process.version}`);
for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'run') {
        await run();
        console.log('done');
    } else if (line === 'first') {
        console.log(JSON.stringify([order[0], vectors.get(order[0])]));
    }
}
