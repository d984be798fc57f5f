#!/bin/sh
echo "account of $*"
