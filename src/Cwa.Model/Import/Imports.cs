using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Imports files, each as a whole or not at all.</summary>
public static class Imports
{
    private const int MaxRows = 1_000_000;
    private const int MostRead = 200_000;

    /// <summary>The kinds of files that can be imported.</summary>
    public static IReadOnlyList<ImportKind> Kinds { get; } =
    [
        // All agencies are in memory at once, to be placed in their tree.
        new("agencies", 10_000, session => new AgencyImport(session))
        {
            RequiredColumns = AgencyImport.RequiredColumns,
            PassedOverColumns = ["id", "active_from", "recorded_at", "updated_at"],
            Words = ColumnWords.OfAgencies,
            Example = ImportExamples.OfAgencies,
            DayColumns = ["active_to"],
        },
        new("complaint-metrics", MaxRows, session => new ComplaintMetricImport(session))
        {
            RequiredColumns = ComplaintMetricImport.RequiredColumns,
            OptionalColumns = ComplaintMetricImport.OptionalColumns,
            PassedOverColumns = ComplaintMetricImport.PassedOverColumns,
            Words = ColumnWords.OfComplaints,
            Example = ImportExamples.OfComplaints,
            Choices = ComplaintFigureCells.Reasons,
            SummedColumns = ComplaintFigureCells.CountColumns,
            DayColumns = ["month"],
            DependsOn = ComplaintMetricImport.DependsOn,
            Published = [FoiaReportForms.Counts, FoiaReportForms.Times],
        },
        new("events", MaxRows, session => new EventImport(session))
        {
            RequiredColumns = EventImport.RequiredColumns,
            OptionalColumns = EventImport.OptionalColumns,
            PassedOverColumns = EventImport.PassedOverColumns,
            Words = ColumnWords.OfEvents,
            Example = ImportExamples.OfEvents,
            SummedColumns = ["expected_reach", "attendance"],
            DayColumns = ["month", "starts_on", "ends_on", "postponed_from"],
        },
        // Others name what these make.
        new StandardRows().Kind(),
        new MeasurementRows().Kind(),
        new SurveyRows().Kind(),
        new BenchmarkStudyRows().Kind(),
        new ServiceAreaRows().Kind(),
        new CustomerBaseRows().Kind(),
        new DeliveryChoiceRows().Kind(),
        new ProgramRows().Kind(),
        new ThemeRows().Kind(),
        new FindingRows().Kind(),
        new LiaisonRows().Kind(),
        new AttendanceRows().Kind(),
        new ProblemSolvingOutcomeRows().Kind(),
        new EventCompletionRows().Kind(),
    ];

    /// <summary>The kind of that name; null when there is none.</summary>
    public static ImportKind? Find(string name) => Kinds.FirstOrDefault(kind => kind.Name == name);

    /// <summary>Checks every row of a file and, if all are good, stores them all at once.</summary>
    /// <param name="kind">What the rows are.</param>
    /// <param name="csv">
    /// The file, in any form that schema/IMPORT.md names. It is read from its current position and left open.
    /// </param>
    /// <param name="contexts">Where the rows are stored.</param>
    /// <param name="options">Who imports, for which agencies, and whether anything is kept.</param>
    /// <param name="progress">Receives what was read and what was found so far, now and then.</param>
    /// <param name="cancellationToken">Stops the import; nothing is stored.</param>
    /// <returns>What was stored, or what is wrong with the file. A wrong file throws no exception.</returns>
    public static async Task<ImportResult> RunAsync(
        ImportKind kind,
        Stream csv,
        IDbContextFactory<CwaDbContext> contexts,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        // A sender that is slow, or never ends, must not hold the transaction that other writers wait for.
        await using var spool = csv.CanSeek ? null : await SpoolAsync(csv, cancellationToken);
        var errors = new ImportErrors();
        await using var source = await ImportSource.OpenAsync(
            kind,
            spool ?? csv,
            options.Answers,
            errors,
            cancellationToken
        );
        if (source is null)
            return errors.Result(rows: 0);
        var survey = await FileSurvey.ReadAsync(kind, source, options, cancellationToken);
        var result = await new ImportPass(kind, source, survey, options, progress).RunAsync(
            contexts,
            cancellationToken
        );
        return result with { Understood = UnderstoodFile.Of(kind, source, options.Answers) };
    }

    /// <summary>
    /// The rows of a file as text, so that a person can correct them where they are; of a workbook, as a CSV. Null when
    /// the file cannot be read, or is longer than a person would read.
    /// </summary>
    public static async Task<string?> TextOfAsync(
        ImportKind kind,
        Stream file,
        ImportAnswers answers,
        CancellationToken cancellationToken
    )
    {
        await using var source = await ImportSource.OpenAsync(kind, file, answers, new(), cancellationToken);
        if (source is null || source.Text.Length > MostRead)
            return null;
        source.Text.Position = source.Start;
        using var reader = new StreamReader(source.Text, source.Form.Encoding.Encoding, false, -1, leaveOpen: true);
        try
        {
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>An empty temporary file, which is deleted when it is disposed.</summary>
    public static FileStream OpenSpool() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 0,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );

    private static async Task<FileStream> SpoolAsync(Stream csv, CancellationToken cancellationToken)
    {
        var spool = OpenSpool();
        try
        {
            await csv.CopyToAsync(spool, cancellationToken);
            spool.Seek(0, SeekOrigin.Begin);
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }
}
