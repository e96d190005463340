using System.Text.Encodings.Web;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Imports a file for a caller, as schema/IMPORT.md describes.</summary>
internal sealed class FileImport(IDbContextFactory<CwaDbContext> contexts, DomainClock clock, ImportMetrics metrics)
{
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>How a result is written. Reasons quote the file with ' and show sums with +, for people to read.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The kinds that agencies send, each of any of their records.</summary>
    public static IEnumerable<ImportKind> KindsOfRecords => Imports.Kinds.Where(kind => !IsOfAgencies(kind));

    /// <exception cref="RequestError">There is no import of that name (NOT_FOUND).</exception>
    public static ImportKind KindOf(string name) =>
        Imports.Find(name)
        ?? throw RequestError.NotFound($"There is no such import. There are: {string.Join(", ", Imports.Kinds)}.");

    /// <summary>Checks that the caller may import such files.</summary>
    /// <exception cref="RequestError">The caller may not (UNAUTHENTICATED, FORBIDDEN).</exception>
    public static void Check(ImportKind kind, Caller caller) =>
        new GuardedField($"import/{kind}", [IsOfAgencies(kind) ? Roles.Admin : Roles.Submit]).Check(caller);

    /// <summary>The answers that a request gives in its options.</summary>
    /// <exception cref="RequestError">There is no such option, or it has another value (BAD_REQUEST).</exception>
    public static ImportAnswers AnswersOf(IEnumerable<KeyValuePair<string, string>> options) =>
        ImportAnswers.Read(options, out var answers) is { } wrong ? throw RequestError.Bad(wrong) : answers;

    /// <param name="csv">The whole file, which can be read twice.</param>
    /// <param name="progress">Receives how far the import is.</param>
    /// <exception cref="RequestError">Nobody knows whether the file was stored (OUTCOME_UNKNOWN).</exception>
    public async Task<ImportResult> RunAsync(
        ImportKind kind,
        Stream csv,
        bool isDryRun,
        ImportAnswers answers,
        Caller caller,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (!IsOfAgencies(kind) && caller.Agencies is [var only])
            await SupposeAsync(answers, only, cancellationToken);
        var options = new ImportOptions(
            clock.Today,
            caller.Name,
            isDryRun,
            MayWrite: IsOfAgencies(kind) ? null : agency => caller.CanSubmitFor(agency.Id)
        )
        {
            Answers = answers,
            RecordKey = (record, id) => NodeId.KeyOf(record.Name, id),
        };
        try
        {
            var result = await Imports.RunAsync(kind, csv, contexts, options, progress, cancellationToken);
            metrics.Note(kind, result, isDryRun);
            return result;
        }
        catch (CommitUnansweredException)
        {
            throw RequestError.OutcomeUnknown("Send the file again: rows that are stored already count as unchanged.");
        }
    }

    // Whoever acts for one agency need not name it in every row.
    private async Task SupposeAsync(ImportAnswers answers, Guid agency, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        answers.Suppose(
            "agency",
            await db.Agencies.Where(a => a.Id == agency).Select(a => a.Abbreviation).SingleAsync(cancellationToken)
        );
    }

    private static bool IsOfAgencies(ImportKind kind) => kind == Imports.Find("agencies");
}
