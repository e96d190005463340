using System.Text.Json;
using Cwa.Dashboard;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Imports the files of pages as those of any other client.</summary>
internal sealed class ImportPort(FileImport import, Caller caller) : IImportPort
{
    public IReadOnlyList<string> Kinds { get; } = [.. FileImport.KindsOfRecords.Select(kind => kind.Name)];

    public async Task<ReadOnlyMemory<byte>> ImportAsync(
        string kind,
        Stream file,
        bool isDryRun,
        IReadOnlyDictionary<string, string> answers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var known = FileImport.KindOf(kind);
            FileImport.Check(known, caller);
            if (file.Length > FileImport.MostBytes)
                throw RequestError.TooLarge(FileImport.MostBytes);
            var result = await import.RunAsync(
                known,
                file,
                isDryRun,
                FileImport.AnswersOf(answers),
                caller,
                progress: null,
                cancellationToken
            );
            return JsonSerializer.SerializeToUtf8Bytes(result, FileImport.Json);
        }
        catch (RequestError refusal)
        {
            return JsonSerializer.SerializeToUtf8Bytes(
                new { errors = new[] { new { message = refusal.Message } } },
                FileImport.Json
            );
        }
    }

    public async Task<string?> TextOfAsync(
        string kind,
        Stream file,
        IReadOnlyDictionary<string, string> answers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return file.Length > FileImport.MostBytes
                ? null
                : await Imports.TextOfAsync(
                    FileImport.KindOf(kind),
                    file,
                    FileImport.AnswersOf(answers),
                    cancellationToken
                );
        }
        catch (RequestError)
        {
            // The import itself tells what is wrong with the request.
            return null;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
