"""Times pages of a running dashboard in headless Chromium: opening (a fresh browser, then the same one again), moving a chart, scrolling a table.

Needs Debian's chromium, chromium-driver and python3-selenium. Usage: measure.py http://127.0.0.1:8000 SYMBOL [RESULT_ID]
"""
import json
import shutil
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

# Notes when a selector is first there, from within the page: a question from outside comes too late.
SEEN = """window.seen = null; (function look() { if (document.querySelector(%s)) window.seen = performance.now(); else requestAnimationFrame(look); })()"""
# One step a key; the time until the frame that shows it.
PAN = """const done = arguments[0]; (async () => { const chart = document.querySelector('.candles'); chart.focus(); const took = [];
for (let i = 0; i < 60; i++) { const began = performance.now(); chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))); took.push(performance.now() - began); } return took; })().then(done)"""
SCROLL = """const done = arguments[0]; const body = document.querySelector('#trades .grid-body'); body.scrollIntoView(); const took = []; let last = performance.now();
(function frame() { const now = performance.now(); took.push(now - last); last = now; body.scrollTop += took.length < 150 ? 120 : 4000;
  if (took.length < 200) requestAnimationFrame(frame); else done(took); })()"""


def browser():
    options = Options()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
    driver.set_script_timeout(120)
    return driver


def opened(driver, address, selector):
    script = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": SEEN % json.dumps(selector)})
    driver.get(address)
    while (seen := driver.execute_script("return window.seen")) is None:
        time.sleep(0.05)
    driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": script["identifier"]})
    return seen


def spread(took):
    took = sorted(took)
    return "median %.0f ms, 95 of 100 under %.0f, longest %.0f" % (took[len(took) // 2], took[int(len(took) * 0.95)], took[-1])


dashboard, symbol, result = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None
pages = [("home", "/", "main .view[data-ready]"), ("chart", f"/series/{symbol}", ".candles[data-state=drawn]")]
if result:
    pages.append(("round trips", f"/result/{result}?part=trades", "#part[data-part=trades] .grid-body"))
for name, path, selector in pages:
    for _ in range(3):
        driver = browser()
        first, again = (opened(driver, dashboard + path, selector) for _ in range(2))
        print(f"{name}: {first:.0f} ms in a fresh browser, {again:.0f} ms again")
        if name == "chart":
            for _ in range(2):
                print("  a step of the chart:", spread(driver.execute_async_script(PAN)))
                time.sleep(1)
        if name == "round trips":
            time.sleep(2)
            print("  a frame of scrolling:", spread(driver.execute_async_script(SCROLL)))
        driver.quit()
