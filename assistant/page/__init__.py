"""The Gradio page. Importing this package seals gradio's own outbound calls, before any module here can import gradio."""

import os

# gradio reads these once, at its import: analytics would look up two hosts at each start, run history would offer a third
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["GRADIO_RUN_HISTORY"] = "False"
os.environ["GRADIO_SSR_MODE"] = "False"
os.environ["GRADIO_SHARE"] = "False"
