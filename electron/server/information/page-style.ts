import { html, type Markup } from './html';

/**
 * The style of `/info`: the look's colours, plain enough for a browser of ten years ago. `font` is the address of the
 * product's letters; the reader's own stand in until they are there, and without them.
 */
export function pageStyle(font: string | null): Markup {
  return html`${font && html`@font-face{font-family:"Plus Jakarta Sans";font-display:swap;font-weight:200 800;src:url(${font}) format("woff2")}`}${rules}`;
}

const rules = html`
body{margin:0;background:#f0f2ec;color:#14201b;font:17px/1.45 "Plus Jakarta Sans",Roboto,"Noto Sans","Segoe UI",Arial,sans-serif}
header,main,footer{max-width:720px;margin:0 auto;padding:16px}
header p,footer p{margin:0 0 8px}
h1{margin:0 0 4px;font-size:30px}
.warning{padding:10px 14px;border-radius:8px;background:#fdf1d3;font-weight:600}
form{display:flex;margin:12px 0}
input{flex:1;box-sizing:border-box;min-width:0;height:48px;padding:0 14px;border:1px solid #74827a;border-radius:8px 0 0 8px;background:#fff;color:#14201b;font:inherit}
button{height:48px;padding:0 18px;border:0;border-radius:0 8px 8px 0;background:#0a5c50;color:#fff;font:inherit;font-weight:700;cursor:pointer}
[hidden]{display:none}
nav a,footer a{display:inline-block;margin:4px 8px 4px 0;padding:10px 14px;border:1px solid #74827a;border-radius:8px;background:#fff;color:#14201b;text-decoration:none;font-weight:600}
nav a[aria-current]{background:#14201b;color:#fff}
a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible{outline:4px solid #2f3e86;outline-offset:2px}
details{margin-bottom:12px;border:1px solid #cfd6cf;border-radius:12px;background:#fff}
summary{position:relative;min-height:1.6em;padding:14px 16px 14px 80px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary.plain{padding-left:16px}
summary:after{content:"";position:absolute;right:18px;top:20px;width:8px;height:8px;border:solid #435049;border-width:0 2px 2px 0;transform:rotate(45deg)}
details[open] summary:after{top:25px;transform:rotate(225deg)}
.code{position:absolute;left:16px;top:14px;box-sizing:border-box;width:52px;padding:2px 4px;border-radius:6px;background:#063b34;color:#fff;font-weight:800;text-align:center}
.name{display:block;padding-right:24px}
.name b{display:block;font-size:19px}
.state{display:block;margin-top:4px}
.serving b{color:#0a5c50}
.closed b,.stopped b,.absent b,.quota_full b,.day_full b,.break b,.promised b,.away b{color:#7c4a17}
.agency{margin:0;padding:0 16px 8px;color:#435049}
section{padding:12px 16px;border-top:1px solid #cfd6cf}
h2{margin:0;font-size:18px}
h3{margin:12px 0 0;font-size:16px}
.card{border:1px solid #cfd6cf;border-radius:12px;background:#fff}
.card section:first-child{border-top:0}
.prose{white-space:pre-line}
.signed{text-align:center;white-space:pre-line}
.promise{font-size:21px;text-align:center;white-space:pre-line}
section a{display:inline-block;padding:8px 0;color:#0a5c50;font-weight:600}
section p{margin:4px 0 8px}
section .agency{padding:0}
ul{margin:4px 0;padding-left:22px}
table{width:100%;border-collapse:collapse;font-size:15px}
caption{padding:4px 0;color:#435049;text-align:left}
th{padding:4px 8px 4px 0;font-weight:500;text-align:left;vertical-align:top}
td{padding:4px 0;text-align:right;vertical-align:top}
.hours{white-space:nowrap}
.today th,.today td{font-weight:800}
`;
