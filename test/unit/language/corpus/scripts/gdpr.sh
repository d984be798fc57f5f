#!/bin/sh
echo "records=3"
