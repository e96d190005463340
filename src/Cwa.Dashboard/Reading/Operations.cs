using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cwa.Dashboard.Reading;

/// <summary>Asks the published operations, and reads their answers into records.</summary>
internal sealed class Operations(IOperationPort port)
{
    /// <summary>How records are written as variables and read from answers: names and enums as in the schema.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    private static readonly ConcurrentDictionary<string, string> Texts = [];

    /// <summary>The names of the operations in `schema/operations/page`, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Operations)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".graphql", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of an operation in `schema/operations/page`.</summary>
    public static string TextOf(string name) =>
        Texts.GetOrAdd(
            name,
            static name =>
            {
                using var text = new StreamReader(
                    typeof(Operations).Assembly.GetManifestResourceStream($"{name}.graphql")
                        ?? throw new ArgumentException($"There is no operation {name}.", nameof(name))
                );
                return text.ReadToEnd();
            }
        );

    private readonly Dictionary<string, AnswerError> _faults = [];

    /// <summary>The operation of the page that is read: the first that is asked besides the frame's.</summary>
    public string? OfPage { get; private set; }

    /// <summary>Told once <see cref="OfPage"/> is known.</summary>
    public event Action? PageAsked;

    /// <summary>Why a part of what was asked could not be read; null if it was.</summary>
    /// <param name="part">Its name from the root, as <see cref="OperationAttribute.Parts"/> has it.</param>
    public AnswerError? FaultOf(string part) => _faults.GetValueOrDefault(part);

    /// <summary>Asks the operation whose answer the record holds.</summary>
    /// <remarks>
    /// Where a field that is never null fails, nothing is answered. If the page can do without that part, the operation
    /// is asked once more without it.
    /// </remarks>
    /// <param name="variables">An object whose properties are the operation's variables.</param>
    /// <returns>The answer, with the errors that are about more than such a part.</returns>
    public async Task<Answer<T>> AskAsync<T>(object variables, CancellationToken cancellationToken)
        where T : class
    {
        var operation = typeof(T).GetCustomAttribute<OperationAttribute>()!;
        if (OfPage is null && operation.Name != "frame")
        {
            OfPage = operation.Name;
            PageAsked?.Invoke();
        }

        var text = TextOf(operation.Name);
        var answer = await SendAsync<T>(text, variables, cancellationToken);
        if (answer.Errors is null)
            return answer;

        var failed = answer
            .Errors.Select(error => (Error: error, Part: operation.Parts.FirstOrDefault(part => IsIn(part, error))))
            .ToLookup(found => found.Part, found => found.Error);
        if (failed[null].FirstOrDefault() is not null)
            return answer;

        foreach (var part in failed)
            _faults[part.Key!] = part.First();
        return answer.Data is null
            ? await SendAsync<T>(
                OperationText.Without(text, [.. failed.Select(part => part.Key!)]),
                variables,
                cancellationToken
            )
            : answer with
            {
                Errors = null,
            };
    }

    // What is away or takes too long is not asked for again.
    private static bool IsIn(string part, AnswerError error) =>
        error is { Path: { } path, Extensions.Code: not ("UNAVAILABLE" or "TIMEOUT" or "RATE_LIMITED") }
        && $"{string.Join('.', path)}.".StartsWith(part + ".", StringComparison.Ordinal);

    private async Task<Answer<T>> SendAsync<T>(string text, object variables, CancellationToken cancellationToken)
        where T : class
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(new { Query = text, Variables = variables }, Json);
        var answer = await port.ExecuteAsync(request, cancellationToken);
        return JsonSerializer.Deserialize<Answer<T>>(answer.Span, Json)!;
    }
}
