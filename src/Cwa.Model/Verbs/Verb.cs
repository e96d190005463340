using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cwa.Model;

/// <summary>Something that a caller asks to be done: its properties are what the caller says of it.</summary>
public abstract record Verb
{
    /// <summary>The longest idempotency key.</summary>
    internal const int LongestKey = 200;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new AsText() } };

    /// <summary>
    /// A key of the caller's choice, such as a UUID. Sent again within 24 hours with the same content it gives the
    /// first answer again and does nothing twice; with other content it is refused. Refusals are not kept.
    /// </summary>
    [MaxLength(LongestKey)]
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether to check only: the same errors and warnings, and nothing is written.</summary>
    public bool ValidateOnly { get; init; }

    /// <summary>The name by which callers know a verb.</summary>
    public static string NameOf(Type verb) => JsonNamingPolicy.CamelCase.ConvertName(verb.Name);

    /// <summary>
    /// A digest of all that the caller asks for; whether it is only checked, and under which key, is no part of it.
    /// </summary>
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

    /// <summary>Values of our own, such as a month or an id, count as what they print.</summary>
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
    /// Says what is wrong or odd, and does what is asked when nothing is wrong; what it returns after a refusal is
    /// forgotten. It never saves, and it may be run again: whoever loses a race to an index finds what the winner
    /// wrote, and refuses by name.
    /// </summary>
    public abstract Task<IReadOnlyList<T>> DoAllAsync(Work work, CancellationToken cancellationToken);
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
