import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { graphHtml } from '../../../src/webview/html.ts';

const page = {
  nonce: 'abc123',
  cspSource: 'https://*.example.net',
  scriptUri: 'https://x.example.net/webview.js?a=1&b=2',
  styleUri: 'https://x.example.net/webview.css',
  file: 'file:///w/"quoted".flow.yaml',
};

describe('graphHtml', () => {
  const html = graphHtml(page);

  it('lets nothing in but the two bundles', () => {
    assert.match(
      html,
      /content="default-src 'none'; style-src https:\/\/\*\.example\.net; script-src 'nonce-abc123';"/,
    );
    assert.doesNotMatch(html, /unsafe|\sstyle=|\son\w+=/);
  });

  it('escapes what it is given', () => {
    assert.match(html, /<script nonce="abc123" src="https:\/\/x\.example\.net\/webview\.js\?a=1&#38;b=2">/);
    assert.match(html, /data-file="file:\/\/\/w\/&#34;quoted&#34;\.flow\.yaml"/);
  });

  it('says its language, and has a place for announcements', () => {
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(html, /<title>[^<]+<\/title>/);
    assert.match(html, /aria-live="polite"/);
  });
});
