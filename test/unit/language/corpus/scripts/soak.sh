#!/bin/sh
sleep "${2:-1}"
