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

    /// <summary>Asks the operation whose answer the record holds.</summary>
    /// <param name="variables">An object whose properties are the operation's variables.</param>
    public async Task<Answer<T>> AskAsync<T>(object variables, CancellationToken cancellationToken)
        where T : class
    {
        var text = TextOf(typeof(T).GetCustomAttribute<OperationAttribute>()!.Name);
        var request = JsonSerializer.SerializeToUtf8Bytes(new { Query = text, Variables = variables }, Json);
        var answer = await port.ExecuteAsync(request, cancellationToken);
        return JsonSerializer.Deserialize<Answer<T>>(answer.Span, Json)!;
    }
}
