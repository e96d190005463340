using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cwa.Model;

/// <summary>Something that a caller asks for, such as cancelling an event. Its properties are the input.</summary>
public abstract record Verb
{
    /// <summary>The longest idempotency key.</summary>
    internal const int LongestKey = 200;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new AsText() } };

    /// <summary>
    /// A key of your choice, such as a UUID. If you send the same input with this key again within 24 hours, you get
    /// the first answer and nothing is done twice. Other input with the same key is refused. A request that was refused
    /// can be sent again with its key.
    /// </summary>
    [MaxLength(LongestKey)]
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether to check only: you get the same errors and warnings, but nothing is written.</summary>
    public bool ValidateOnly { get; init; }

    /// <summary>The name by which callers know a verb.</summary>
    public static string NameOf(Type verb) => JsonNamingPolicy.CamelCase.ConvertName(verb.Name);

    /// <summary>A digest of the caller's input, without the idempotency key and `validateOnly`.</summary>
    public string ContentHash() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    this with
                    {
                        IdempotencyKey = null,
                        ValidateOnly = false,
                    },
                    GetType(),
                    Options
                )
            )
        );

    /// <summary>Writes our own value types, such as a month or an id, as their text.</summary>
    private sealed class AsText : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeToConvert.Assembly == typeof(Verb).Assembly && !typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert))!;

        private sealed class Writer<T> : JsonConverter<T>
            where T : struct
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                throw new NotSupportedException("Verbs are only written.");

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.ToString());
        }
    }
}

/// <summary>A verb that makes or changes records of one type.</summary>
/// <typeparam name="T">The records.</typeparam>
public abstract record VerbOf<T> : Verb
    where T : class
{
    /// <summary>
    /// Checks the input and, if nothing is refused, does what is asked. After a refusal the result is ignored. It never
    /// saves, and it may run again: after losing a race on a unique index, the second run sees what the winner wrote
    /// and refuses it with the right type.
    /// </summary>
    public abstract Task<IReadOnlyList<T>> DoAllAsync(Work work, CancellationToken cancellationToken);

    /// <summary>
    /// Checks the input, does the verb once for its idempotency key, warns of days that are far away, and saves. If
    /// anything is refused, or the verb is only to be checked, nothing is saved. The transaction is the caller's.
    /// </summary>
    /// <param name="work">A run for which nothing has been done yet.</param>
    /// <param name="system">The system's clock, by which idempotency keys expire.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>
    /// The records that were made or changed, and the number of the newest feed entry, which is null if nothing was
    /// saved.
    /// </returns>
    public async Task<(IReadOnlyList<T> Records, long? Newest)> RunAsync(
        Work work,
        TimeProvider system,
        CancellationToken cancellationToken
    )
    {
        var input = InputCheck.Of(this, work.Today, work.Check);
        var records = work.IsGood
            ? await Once.DoAsync(this, work, system.GetUtcNow().UtcDateTime, cancellationToken)
            : await DoAllAsync(work, cancellationToken);
        input.WarnOfFarDays();
        if (!work.IsGood || ValidateOnly)
            return ([], null);

        return (records, await work.SaveAsync(cancellationToken));
    }
}

/// <summary>A verb that makes or changes one record.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract record Verb<T> : VerbOf<T>
    where T : class
{
    /// <inheritdoc/>
    public sealed override async Task<IReadOnlyList<T>> DoAllAsync(Work work, CancellationToken cancellationToken) =>
        await DoAsync(work, cancellationToken) is { } done ? [done] : [];

    /// <summary>As <see cref="DoAllAsync"/>, for the one record; null when it was refused.</summary>
    public abstract Task<T?> DoAsync(Work work, CancellationToken cancellationToken);
}

/// <summary>A verb that makes or changes several records: all of them, or none.</summary>
/// <typeparam name="T">The records.</typeparam>
public abstract record VerbOfMany<T> : VerbOf<T>
    where T : class;
