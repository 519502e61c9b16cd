# make encoder: all stages of training/, from ENCODER_DATA to ENCODER_BUILD/final; a stage that was stopped goes on where it was.
# A look at the whole way in some twenty minutes: make encoder DISTILLATION_STEPS=20 RETRIEVAL_STEPS=20 ENCODER_BUILD=build/sketch
ENCODER_DATA ?= ../shared/data
ENCODER_BUILD ?= build/encoder
DISTILLATION_STEPS ?= 4000
RETRIEVAL_STEPS ?= 1500
ENCODER_STAGE = $(BIN)/python -m training.

.PHONY: encoder encoder-texts
encoder: encoder-texts $(VENV)/.installed-training
	$(ENCODER_STAGE)tokenizer --data $(ENCODER_DATA) --out $(ENCODER_BUILD)/tokenizer
	$(ENCODER_STAGE)transplant --data $(ENCODER_DATA) --tokenizer $(ENCODER_BUILD)/tokenizer --out $(ENCODER_BUILD)/transplant
	$(ENCODER_STAGE)teacher --data $(ENCODER_DATA) --out $(ENCODER_BUILD)/teacher
	$(ENCODER_STAGE)distillation --data $(ENCODER_DATA) --start $(ENCODER_BUILD)/transplant --teacher $(ENCODER_BUILD)/teacher \
		--steps $(DISTILLATION_STEPS) --out $(ENCODER_BUILD)/distillation
	$(ENCODER_STAGE)retrieval --data $(ENCODER_DATA) --start $(ENCODER_BUILD)/distillation/student --teacher $(ENCODER_BUILD)/teacher \
		--steps $(RETRIEVAL_STEPS) --out $(ENCODER_BUILD)/retrieval
	$(ENCODER_STAGE)export --student $(ENCODER_BUILD)/retrieval/student --before $(ENCODER_BUILD)/distillation/student --out $(ENCODER_BUILD)/final
	$(ENCODER_STAGE)twin --encoder $(ENCODER_BUILD)/final --out $(ENCODER_BUILD)/final-late
	@echo "The encoder is in $(ENCODER_BUILD)/final; measure it with: $(BIN)/python -m evaluation.encoder $(ENCODER_BUILD)/final"

$(VENV)/.installed-training: $(VENV)/.installed requirements-training.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-training.txt
	@touch $@

encoder-texts:
	@test -d $(ENCODER_DATA)/train || { \
		echo "The training texts are missing. Put under $(ENCODER_DATA):"; \
		echo "  train/*.jsonl.gz    parallel, dictionary, heading and question files: {a, b, kind, src} a line"; \
		echo "  train/policy_questions.jsonl.gz, corpora/gov.jsonl.gz, corpora/laws.jsonl.gz"; \
		echo "training/README.md lists every file and its source. Another folder: make encoder ENCODER_DATA=..."; exit 1; }
