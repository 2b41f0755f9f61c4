/*
 * Documented information (7.5): what there is and, beside it, its versions. What
 * a document has to do with a control stands at the control (documents), read
 * from here backwards. External documents are documents of origin external.
 */
#include "config.h"

#include "isms/model/check.h"
#include "isms/model/kinds.h"
#include "isms/util/i18n.h"

/* Open: houses have types of their own (seed capability C044). */
static const struct choice types[] = {
	{"policy", N_("Policy"), STYLE_PLAIN, NULL},
	{"process", N_("Process description"), STYLE_PLAIN, NULL},
	{"procedure", N_("Procedure"), STYLE_PLAIN, NULL},
	{"instruction", N_("Instruction"), STYLE_PLAIN, NULL},
	{"input template", N_("Input template"), STYLE_PLAIN, NULL},
	{"output template", N_("Output template"), STYLE_PLAIN, NULL},
	{"training", N_("Training material"), STYLE_PLAIN, NULL},
	{"guide", N_("Guide"), STYLE_PLAIN, NULL},
	{"tool", N_("Tool"), STYLE_PLAIN, NULL},
	{"knowledge source", N_("Knowledge source"), STYLE_PLAIN, NULL},
	{"role description", N_("Role description"), STYLE_PLAIN, NULL},
	{"context", N_("Context description"), STYLE_PLAIN, NULL},
	{"normative source", N_("Normative source"), STYLE_PLAIN, NULL},
	{"plan", N_("Plan"), STYLE_PLAIN, NULL},
	{"record", N_("Record"), STYLE_PLAIN, NULL},
	{"contract", N_("Contract"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice origins[] = {
	{"internal", N_("Own"), STYLE_PLAIN, NULL},
	{"external", N_("External"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

/* What clause 5.2 and good practice want to read in the policy (C038). */
static const struct choice contents[] = {
	{"objectives", N_("Objectives"), STYLE_PLAIN, NULL},
	{"requirements", N_("Commitment to requirements"), STYLE_PLAIN, NULL},
	{"improvement", N_("Commitment to improvement"), STYLE_PLAIN, NULL},
	{"scope", N_("Scope"), STYLE_PLAIN, NULL},
	{"risk approach", N_("Risk approach"), STYLE_PLAIN, NULL},
	{"roles", N_("Roles"), STYLE_PLAIN, NULL},
	{"enforcement", N_("Enforcement"), STYLE_PLAIN, NULL},
	{"incidents", N_("Incident rules"), STYLE_PLAIN, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct choice states[] = {
	{"none", N_("No version"), STYLE_BAD, NULL},
	{"draft", N_("Draft"), STYLE_WARN, NULL},
	{"in review", N_("In review"), STYLE_WARN, NULL},
	{"approved", N_("Approved"), STYLE_PLAIN, NULL},
	{"published", N_("Published"), STYLE_GOOD, NULL},
	{"withdrawn", N_("Withdrawn"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct field fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 32, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED,
	 .help = N_("What stands on its first page. The code may be your own number: POL-01.")},
	{.name = "doc_type", .label = N_("Type"), .type = FIELD_CHOICE, .width = 12, .since = 2,
	 .flags = F_REQUIRED | F_OPEN | F_LISTED | F_SEARCHED, .choices = types,
	 .initial = "procedure",
	 .help = N_("What sort of document it is; a word of your own will do.")},
	{.name = "origin", .label = N_("Origin"), .type = FIELD_CHOICE, .width = 8, .since = 2,
	 .flags = F_REQUIRED, .choices = origins, .initial = "internal",
	 .help = N_("Own, or from outside and needed for the ISMS; those from outside are to be "
		    "known and kept current too (7.5.3).")},
	{.name = "parent", .label = N_("Below"), .type = FIELD_REF, .width = 16, .since = 2,
	 .ref = &kind_document,
	 .help = N_("The document that it details: a procedure hangs below its policy.")},
	{.name = "position", .label = N_("Position"), .type = FIELD_INT, .width = 3, .since = 2,
	 .min = 0, .max = 9999, .help = N_("Its place among those below the same document.")},
	{.name = "owner", .label = N_("Owner"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person,
	 .help = N_("Who sees to it that it stays true. Auditors ask the owner, not the author.")},
	{.name = "editors", .label = N_("Editors"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_person, .help = N_("Who keeps it with the owner and passes on the know-how.")},
	{.name = "classification", .label = N_("Classification"), .type = FIELD_CHOICE, .width = 12,
	 .since = 2, .flags = F_SEARCHED, .choices = classification_choices,
	 .help = N_("How it is to be handled (A.5.12).")},
	{.name = "location", .label = N_("Location"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED,
	 .help = N_("Where it is found: path, wiki page, cabinet. Those who need it must be able "
		    "to open it; auditors try.")},
	{.name = "summary", .label = N_("Summary"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .help = N_("What it rules, in a sentence or two.")},

	{.name = "audience", .label = N_("Roles to know it"), .type = FIELD_REFS, .width = 16,
	 .since = 2, .ref = &kind_role, .section = N_("What it belongs to"),
	 .help = N_("Roles whose holders have to read it; none means everybody.")},
	{.name = "processes", .label = N_("Processes"), .type = FIELD_REFS, .width = 16, .since = 2,
	 .ref = &kind_process,
	 .help = N_("Processes that it describes. A document without one, or a process without "
		    "a document, is worth a look.")},
	{.name = "clauses", .label = N_("Clauses"), .type = FIELD_REFS, .width = 14, .since = 2,
	 .ref = &kind_clause, .help = N_("Clauses of the standard that it answers.")},
	{.name = "frameworks", .label = N_("Frameworks"), .type = FIELD_REFS, .width = 14,
	 .since = 2, .ref = &kind_framework,
	 .help = N_("Other standards and laws that it serves as well.")},
	{.name = "contents", .label = N_("Policy contents"), .type = FIELD_CHOICES, .width = 20,
	 .since = 2, .choices = contents,
	 .help = N_("For the information security policy: tick what it says (5.2). What is not "
		    "ticked is missing.")},

	{.name = "last_review", .label = N_("Last review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .section = N_("Review and keeping"),
	 .help = N_("When somebody last read it against what is really done, even if nothing "
		    "was changed.")},
	{.name = "review_interval", .label = N_("Review every (months)"), .type = FIELD_INT,
	 .width = 5, .since = 2, .min = 1, .max = 120, .initial = "12",
	 .help = N_("How many months may pass between two reviews; empty where none is needed.")},
	{.name = "retention", .label = N_("Keep for (months)"), .type = FIELD_INT, .width = 6,
	 .since = 2, .min = 0, .max = 1200,
	 .help = N_("How long old versions and records are kept; 0 not at all.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},

	{.name = "version", .label = N_("Version"), .type = FIELD_TEXT, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .section = N_("Derived"),
	 .help = N_("The version that is published.")},
	{.name = "state", .label = N_("State"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .choices = states,
	 .help = N_("Published where a version is; else the state of the latest one.")},
	{.name = "next_review", .label = N_("Next review"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_DERIVED | F_LISTED,
	 .help = N_("The interval after the last review, or after the published version came into "
		    "force where that is later.")},
	{.name = "acknowledged", .label = N_("Acknowledged %"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Share of those it was sent to who have signed the published version.")},
	{.name = "controls", .label = N_("Controls"), .type = FIELD_INT, .width = 4, .since = 2,
	 .flags = F_DERIVED, .help = N_("How many controls name it.")},
	{.name = "contents_missing", .label = N_("Contents missing"), .type = FIELD_TEXT,
	 .width = 24, .since = 3, .flags = F_DERIVED,
	 .help = N_("What the information security policy does not say yet.")},
	{.name = "path", .label = N_("Path"), .type = FIELD_TEXT, .width = 40, .since = 3,
	 .flags = F_DERIVED,
	 .help = N_("The documents above it and itself, each after its position; sorted by it the "
		    "register is a tree.")},
	{.name = "overdue", .label = N_("Overdue"), .type = FIELD_BOOL, .width = 7, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("Its review is due.")},
};

static const char *const title_from[] = {"summary", "location", NULL};

const struct kind kind_document = {
	.name = "document", .title = N_("Document"), .plural = N_("Documents"), .prefix = "DOC",
	.clause = "7.5", .number = 50, .group = GROUP_SUPPORT, .since = 2,
	.fields = fields, .nfields = sizeof(fields) / sizeof(*fields), .title_from = title_from,
	.help = N_("Policies, procedures, plans and records, each with an owner, a place and a "
		   "review. Auditors pick one, open it where the register says it is, and compare "
		   "version and date."),
};

static const struct choice version_states[] = {
	{"draft", N_("Draft"), STYLE_PLAIN, NULL},
	{"in review", N_("In review"), STYLE_WARN, NULL},
	{"approved", N_("Approved"), STYLE_GOOD, NULL},
	{"published", N_("Published"), STYLE_GOOD, NULL},
	{"superseded", N_("Superseded"), STYLE_DIM, NULL},
	{"withdrawn", N_("Withdrawn"), STYLE_DIM, NULL},
	{NULL, NULL, STYLE_PLAIN, NULL},
};

static const struct move version_moves[] = {
	{"draft", "in review", NULL}, {"in review", "draft", NULL},
	{"in review", "approved", "approved_by"}, {"approved", "published", "valid_from"},
	{"published", "superseded", NULL}, {"published", "withdrawn", "change_note"},
	{NULL, NULL, NULL},
};

static const struct lifecycle version_life = {"status", version_moves};

static const struct field version_fields[] = {
	{.name = "title", .label = N_("Title"), .type = FIELD_TEXT, .width = 34, .since = 2,
	 .flags = F_DERIVED | F_LISTED, .help = N_("The document and the number of the version.")},
	{.name = "document", .label = N_("Document"), .type = FIELD_REF, .width = 24, .since = 2,
	 .flags = F_REQUIRED, .ref = &kind_document,
	 .help = N_("The document that this is a version of.")},
	{.name = "version", .label = N_("Version"), .type = FIELD_TEXT, .width = 8, .since = 2,
	 .flags = F_REQUIRED | F_SEARCHED, .help = N_("Its number as it is printed: 3, 2.1.")},
	{.name = "status", .label = N_("Status"), .type = FIELD_CHOICE, .width = 10, .since = 2,
	 .flags = F_REQUIRED | F_LISTED | F_SEARCHED, .choices = version_states,
	 .initial = "draft",
	 .help = N_("How far it is. One version of a document is published; publishing the next "
		    "supersedes it.")},
	{.name = "author", .label = N_("Author"), .type = FIELD_REF, .width = 16, .since = 2,
	 .flags = F_LISTED, .ref = &kind_person, .help = N_("Who wrote it.")},
	{.name = "written_on", .label = N_("Written on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .initial = "today", .help = N_("When the text was finished.")},
	{.name = "change_note", .label = N_("What changed"), .type = FIELD_NOTE, .width = 30,
	 .since = 2, .flags = F_SEARCHED,
	 .help = N_("What is different from the version before, and why; why it was withdrawn.")},
	{.name = "approved_by", .label = N_("Approved by"), .type = FIELD_REF, .width = 16,
	 .since = 2, .flags = F_LISTED, .ref = &kind_person, .section = N_("Approval"),
	 .help = N_("Who found it fit and correct (7.5.2). Not the author, unless the "
		    "organisation is one person.")},
	{.name = "approved_on", .label = N_("Approved on"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .help = N_("The day of the approval.")},
	{.name = "valid_from", .label = N_("Valid from"), .type = FIELD_DATE, .width = 10,
	 .since = 2, .flags = F_LISTED, .help = N_("Since when it is in force.")},
	{.name = "valid_to", .label = N_("Valid to"), .type = FIELD_DATE, .width = 10, .since = 2,
	 .help = N_("Until when it was in force.")},
	{.name = "location", .label = N_("File"), .type = FIELD_TEXT, .width = 24, .since = 2,
	 .flags = F_SEARCHED, .section = N_("File"), .help = N_("The file of just this version.")},
	{.name = "sha256", .label = N_("SHA-256"), .type = FIELD_TEXT, .width = 16, .since = 2,
	 .check = check_sha256,
	 .help = N_("Checksum of the file, 64 hexadecimal digits: proves that nobody changed it "
		    "since.")},
	{.name = "notes", .label = N_("Notes"), .type = FIELD_NOTE, .width = 30, .since = 2,
	 .flags = F_SEARCHED, .section = N_("Notes"), .help = N_("Anything else.")},
	{.name = "acknowledged", .label = N_("Acknowledged %"), .type = FIELD_INT, .width = 4,
	 .since = 2, .flags = F_DERIVED,
	 .help = N_("Share of those it was sent to who have signed.")},
};

static bool version_check(const struct rules *rules, const struct record *rec, struct err *err)
{
	const bool stands = check_is(rec, "status", "approved") ||
			    check_is(rec, "status", "published");

	if ((stands || check_has(rec, "approved_by")) &&
	    !check_approver(rules, rec, "author", "approved_by", err))
		return false;
	return check_order(rec, "valid_from", "valid_to", err);
}

static const char *const version_unique[] = {"document,version", NULL};

const struct kind kind_document_version = {
	.name = "document_version", .title = N_("Document version"),
	.plural = N_("Document versions"), .prefix = "DV", .clause = "7.5.2", .number = 51,
	.group = GROUP_SUPPORT, .flags = KIND_DETAIL, .since = 2, .life = &version_life,
	.unique = version_unique, .fields = version_fields,
	.nfields = sizeof(version_fields) / sizeof(*version_fields), .check = version_check,
	.help = N_("Every version of a document with author, approval and what changed. Auditors "
		   "compare the copy on the desk with the one that is published here."),
};
